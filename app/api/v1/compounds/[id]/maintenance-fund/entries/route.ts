import { entryInput } from '@/lib/domain/maintenance/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recordEntry } from '@/lib/server/maintenance/commands';
import { MaintenanceFundShape } from '@/lib/server/maintenance/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记一笔专项维修资金缴存或支用；没有账户的先建立账户',
    tag: 'contributions',
    permission: 'contribution.write',
    action: 'maintenance.record',
    params: idParams,
    body: entryInput,
    output: MaintenanceFundShape,
    status: 201,
    run: ({ tx, actor, params, body }) => recordEntry(tx, actor, params.id, body),
  }),
});
