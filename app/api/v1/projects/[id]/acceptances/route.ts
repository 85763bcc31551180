import { acceptanceInput } from '@/lib/domain/acceptance/schema';
import { startAcceptance } from '@/lib/server/acceptance/commands';
import { projectAcceptances } from '@/lib/server/acceptance/queries';
import { AcceptanceShape, AcceptancesShape } from '@/lib/server/acceptance/shapes';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '联合竣工验收的各次记录、各方意见，以及决算与审计',
    tag: 'projects',
    permission: 'project.read',
    params: idParams,
    output: AcceptancesShape,
    run: async ({ reader, actor, params }) => {
      const found = await projectAcceptances(reader, actor, params.id);
      return found ? done(found, { version: found.project.version }) : notFound();
    },
  }),
  POST: operation({
    summary: '组织一次联合竣工验收（上一次未通过的，可再组织）',
    tag: 'projects',
    permission: 'acceptance.write',
    action: 'acceptance.start',
    params: idParams,
    body: acceptanceInput,
    output: AcceptanceShape,
    status: 201,
    run: ({ tx, actor, params, body }) => startAcceptance(tx, actor, params.id, body),
  }),
});
