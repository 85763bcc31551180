import { contractInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { changeContract } from '@/lib/server/projects/contracts';
import { ContractShape, contractParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '更正合同（整份重新填写；原内容留在审计中）',
    tag: 'projects',
    permission: 'progress.write',
    action: 'contract.update',
    ifMatch: true,
    params: contractParams,
    body: contractInput,
    output: ContractShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      changeContract(tx, actor, { projectId: params.id, id: params.contractId, version: ifMatch ?? 0 }, body),
  }),
});
