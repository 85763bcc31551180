import { stagesAnswer } from '@/lib/domain/stages/answers';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { stagesOf } from '@/lib/server/stages/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的十个阶段：到哪一步、还缺什么、到哪里补、由谁办理',
    tag: 'projects',
    permission: 'project.read',
    params: idParams,
    output: stagesAnswer,
    run: async ({ reader, actor, params }) => {
      const value = await stagesOf(reader, actor, params.id);
      return value ? done(value) : notFound();
    },
  }),
});
