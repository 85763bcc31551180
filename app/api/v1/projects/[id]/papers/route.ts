import { paperInput } from '@/lib/domain/archive/schema';
import { done, notFound } from '@/lib/server/answer';
import { filePaper } from '@/lib/server/archive/commands';
import { projectPapers } from '@/lib/server/archive/papers';
import { PaperShape, PapersShape } from '@/lib/server/archive/shapes';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目资料：每个阶段应有哪些、已有哪些，含各个版本',
    tag: 'projects',
    permission: 'project.read',
    params: idParams,
    output: PapersShape,
    run: async ({ reader, actor, params }) => {
      const papers = await projectPapers(reader, actor, params.id);
      return papers ? done(papers) : notFound();
    },
  }),
  POST: operation({
    summary: '归档一份资料；同一种已有现行版本的，由这一份替代，原来的仍可查阅',
    tag: 'projects',
    permission: 'paper.write',
    action: 'paper.file',
    params: idParams,
    body: paperInput,
    output: PaperShape,
    status: 201,
    run: ({ tx, actor, params, body }) => filePaper(tx, actor, params.id, body),
  }),
});
