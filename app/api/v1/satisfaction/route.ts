import { yearSatisfaction as yearAnswer } from '@/lib/domain/satisfaction/answers';
import { yearQuery } from '@/lib/domain/satisfaction/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { yearSatisfaction } from '@/lib/server/satisfaction/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个年度各县市的满意户数和总户数',
    tag: 'complaints',
    permission: 'satisfaction.read',
    query: yearQuery,
    output: yearAnswer,
    run: async ({ reader, actor, query }) => done(await yearSatisfaction(reader, actor, query)),
  }),
});
