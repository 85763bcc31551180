import { unitCreateSchema } from '@/lib/domain/units/schema';
import { unitDetail, unitList, unitListQuery } from '@/lib/domain/units/views';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { createUnit } from '@/lib/server/units/commands';
import { listUnits } from '@/lib/server/units/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '单位：州、县市、镇街道、社区；可查某一天的名称和代码',
    tag: 'units',
    permission: 'unit.read',
    query: unitListQuery,
    output: unitList,
    run: async ({ tx, actor, query }) => done(await listUnits(tx, actor, query)),
  }),
  POST: operation({
    summary: '新增单位',
    tag: 'units',
    permission: 'unit.write',
    body: unitCreateSchema,
    output: unitDetail,
    status: 201,
    action: 'unit.create',
    run: ({ tx, actor, body }) => createUnit(tx, actor, body),
  }),
});
