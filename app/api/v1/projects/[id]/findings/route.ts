import { z } from 'zod';
import { findingInput } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { addFinding, findingsOf } from '@/lib/server/projects/findings';
import { projectHead } from '@/lib/server/projects/queries';
import { FindingShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '检查问题，未销号的在前',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(FindingShape) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await findingsOf(reader, actor, params.id) })
        : notFound(),
  }),
  POST: operation({
    summary: '登记检查问题，写明整改期限',
    tag: 'projects',
    permission: 'inspection.write',
    action: 'finding.create',
    params: projectParams,
    body: findingInput,
    output: FindingShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addFinding(tx, actor, params.id, body),
  }),
});
