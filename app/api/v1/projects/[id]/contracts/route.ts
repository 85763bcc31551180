import { z } from 'zod';
import { contractInput } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { addContract, contractsOf } from '@/lib/server/projects/contracts';
import { projectHead } from '@/lib/server/projects/queries';
import { ContractShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的合同',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(ContractShape) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await contractsOf(reader, actor, params.id) })
        : notFound(),
  }),
  POST: operation({
    summary: '登记合同',
    tag: 'projects',
    permission: 'progress.write',
    action: 'contract.create',
    params: projectParams,
    body: contractInput,
    output: ContractShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addContract(tx, actor, params.id, body),
  }),
});
