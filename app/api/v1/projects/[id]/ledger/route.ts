import { entryInput } from '@/lib/domain/funds/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation, writeOperation } from '@/lib/server/define-route';
import { post, sendEntry } from '@/lib/server/funds/post';
import { projectMoney } from '@/lib/server/funds/project-money';
import { PostedShape, ProjectMoneyShape } from '@/lib/server/funds/shapes';
import { projectHead } from '@/lib/server/projects/queries';
import { projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的资金：计划、下达、到位、支付，各来源、各笔专款、合同和最近的台账',
    tag: 'funds',
    permission: 'fund.read',
    params: projectParams,
    output: ProjectMoneyShape,
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id)) ? done(await projectMoney(reader, actor, params.id)) : notFound(),
  }),
  POST: writeOperation({
    summary: '登记下达、到位，或把县市待分配的资金分配到项目',
    tag: 'funds',
    permission: 'fund.write',
    action: 'ledger.post',
    params: projectParams,
    body: entryInput,
    output: PostedShape,
    status: 201,
    run: ({ writer, actor, params, body }) => post(writer, actor, params.id, body, sendEntry),
  }),
});
