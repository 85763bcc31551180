import { completionsInput } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { reportCompletions, worksOf } from '@/lib/server/projects/completions';
import { projectParams, WorksShape } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '方案中要做的各项内容及完工情况',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: WorksShape,
    run: async ({ reader, actor, params }) => {
      const works = await worksOf(reader, actor, params.id);
      return works ? done(works) : notFound();
    },
  }),
  POST: operation({
    summary: '报告一项或多项完工：全部登记，或全部不登记并说明每一条原因',
    tag: 'projects',
    permission: 'progress.write',
    action: 'completion.report',
    params: projectParams,
    body: completionsInput,
    output: WorksShape,
    status: 201,
    run: ({ tx, actor, params, body }) => reportCompletions(tx, actor, params.id, body),
  }),
});
