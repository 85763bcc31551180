import { accountInput } from '@/lib/domain/acceptance/schema';
import { writeAccount } from '@/lib/server/acceptance/final-account';
import { AcceptancesShape } from '@/lib/server/acceptance/shapes';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '填写竣工财务决算和审定金额（验收通过、相应资料归档后）',
    tag: 'projects',
    permission: 'acceptance.write',
    action: 'acceptance.account',
    ifMatch: true,
    params: idParams,
    body: accountInput,
    output: AcceptancesShape,
    run: ({ tx, actor, params, body, ifMatch }) => writeAccount(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
