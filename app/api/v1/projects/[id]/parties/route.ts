import { z } from 'zod';
import { partyInput } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { addParty, partiesOf } from '@/lib/server/projects/parties';
import { projectHead } from '@/lib/server/projects/queries';
import { PartyShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的参建单位',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(PartyShape) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await partiesOf(reader, actor, params.id) })
        : notFound(),
  }),
  POST: operation({
    summary: '登记一家参建单位',
    tag: 'projects',
    permission: 'progress.write',
    action: 'party.add',
    params: projectParams,
    body: partyInput,
    output: PartyShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addParty(tx, actor, params.id, body),
  }),
});
