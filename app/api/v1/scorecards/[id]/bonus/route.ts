import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { bonusInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { claimBonus } from '@/lib/server/scorecards/season/proofs';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '申报加分事项',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.claimBonus',
    params: idParams,
    body: bonusInput,
    output: scorecardAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => claimBonus(tx, actor, params.id, body),
  }),
});
