import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { scorecardDetail } from '@/lib/server/scorecards/season/detail';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary:
      '一个县市的评价表：记录、自评、复核、审议并列，支撑材料、复核意见、核查、异议、加分、否决和经过，以及与今天数据的差别',
    tag: 'scorecards',
    permission: 'scorecard.read',
    params: idParams,
    output: scorecardAnswer,
    run: async ({ reader, actor, params }) => {
      const card = await scorecardDetail(reader, actor, params.id);
      return card ? done(card, { version: card.version }) : notFound();
    },
  }),
});
