import { defineRoutes, operation } from '@/lib/server/define-route';
import { endParty } from '@/lib/server/projects/parties';
import { PartyShape, partyParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '参建单位退出项目（保留记录）',
    tag: 'projects',
    permission: 'progress.write',
    action: 'party.end',
    params: partyParams,
    output: PartyShape,
    run: ({ tx, actor, params }) => endParty(tx, actor, params.id, params.partyId),
  }),
});
