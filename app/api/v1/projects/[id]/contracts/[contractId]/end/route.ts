import { endInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { endContract } from '@/lib/server/projects/contracts';
import { ContractShape, contractParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '终止合同（写明原因，不再计入合计）',
    tag: 'projects',
    permission: 'progress.write',
    action: 'contract.end',
    ifMatch: true,
    params: contractParams,
    body: endInput,
    output: ContractShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      endContract(tx, actor, { projectId: params.id, id: params.contractId, version: ifMatch ?? 0 }, body.reason),
  }),
});
