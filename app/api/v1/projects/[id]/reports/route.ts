import { monthsAnswer } from '@/lib/domain/progress/answers';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { monthsOf } from '@/lib/server/progress/months';
import { projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目各月的月报：状态、接收的进度和投资、期限、是否逾期',
    tag: 'progress',
    permission: 'project.read',
    params: projectParams,
    output: monthsAnswer,
    run: async ({ reader, actor, params }) => {
      const months = await monthsOf(reader, actor, params.id);
      return months ? done(months) : notFound();
    },
  }),
});
