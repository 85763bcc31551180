import { fundingInput } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { addFunding, fundingOf } from '@/lib/server/projects/funding';
import { projectHead } from '@/lib/server/projects/queries';
import { FundingListShape, FundingShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '资金筹措计划：各笔来源、合计，与方案费用的差额',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: FundingListShape,
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id)) ? done(await fundingOf(reader, actor, params.id)) : notFound(),
  }),
  POST: operation({
    summary: '登记一笔资金来源',
    tag: 'projects',
    permission: 'project.write',
    action: 'funding.create',
    params: projectParams,
    body: fundingInput,
    output: FundingShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addFunding(tx, actor, params.id, body),
  }),
});
