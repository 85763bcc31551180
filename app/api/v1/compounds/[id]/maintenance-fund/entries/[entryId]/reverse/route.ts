import { entryReversal } from '@/lib/domain/maintenance/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { reverseEntry } from '@/lib/server/maintenance/commands';
import { entryParams, MaintenanceFundShape } from '@/lib/server/maintenance/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '冲销一笔专项维修资金登记（写明原因）',
    tag: 'contributions',
    permission: 'contribution.write',
    action: 'maintenance.reverse',
    params: entryParams,
    body: entryReversal,
    output: MaintenanceFundShape,
    status: 201,
    run: ({ tx, actor, params, body }) => reverseEntry(tx, actor, { compoundId: params.id, id: params.entryId }, body),
  }),
});
