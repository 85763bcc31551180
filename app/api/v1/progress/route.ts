import { progressAnswer } from '@/lib/domain/progress/answers';
import { progressQuery } from '@/lib/domain/progress/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { progressOf } from '@/lib/server/progress/county-month';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个月的月报情况：各县市报送、汇总、逾期（不写月份为上月）',
    tag: 'progress',
    permission: 'project.read',
    query: progressQuery,
    output: progressAnswer,
    run: async ({ reader, actor, query }) => done(await progressOf(reader, actor, query)),
  }),
});
