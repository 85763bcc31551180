import { seasonDetailAnswer } from '@/lib/domain/scorecards/season/answers';
import { sanctionInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { addSanction } from '@/lib/server/scorecards/season/season-notes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记对弄虚作假的处理：事实、文号和日期',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.sanction',
    params: idParams,
    body: sanctionInput,
    output: seasonDetailAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => addSanction(tx, actor, params.id, body),
  }),
});
