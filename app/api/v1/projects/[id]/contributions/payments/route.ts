import { paymentsInput } from '@/lib/domain/contributions/schema';
import { recordPayments } from '@/lib/server/contributions/payments';
import { contributionParams, RecordedShape } from '@/lib/server/contributions/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记一户或多户交款：全部登记，或全部不登记并说明每一条原因',
    tag: 'contributions',
    permission: 'contribution.write',
    action: 'contribution.pay',
    params: contributionParams,
    body: paymentsInput,
    output: RecordedShape,
    status: 201,
    run: ({ tx, actor, params, body }) => recordPayments(tx, actor, params.id, body),
  }),
});
