import { projectAftercare } from '@/lib/server/aftercare/queries';
import { AftercareShape } from '@/lib/server/aftercare/shapes';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '后续管理：长效管理方案、物业服务、移交清单、回访检查',
    tag: 'projects',
    permission: 'project.read',
    params: idParams,
    output: AftercareShape,
    run: async ({ reader, actor, params }) => {
      const found = await projectAftercare(reader, actor, params.id);
      return found ? done(found, { version: found.project.version }) : notFound();
    },
  }),
});
