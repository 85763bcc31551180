import { accountInput, accountUpdate } from '@/lib/domain/maintenance/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { correctAccount, openAccount } from '@/lib/server/maintenance/commands';
import { MaintenanceFundShape } from '@/lib/server/maintenance/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '建立小区住宅专项维修资金账户；账号只保留后四位',
    tag: 'contributions',
    permission: 'contribution.write',
    action: 'maintenance.open',
    params: idParams,
    body: accountInput,
    output: MaintenanceFundShape,
    status: 201,
    run: ({ tx, actor, params, body }) => openAccount(tx, actor, params.id, body),
  }),
  PATCH: operation({
    summary: '更正账户的开户银行、账号、开户日期',
    tag: 'contributions',
    permission: 'contribution.write',
    action: 'maintenance.correct',
    ifMatch: true,
    params: idParams,
    body: accountUpdate,
    output: MaintenanceFundShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      correctAccount(tx, actor, { compoundId: params.id, version: ifMatch ?? 0 }, body),
  }),
});
