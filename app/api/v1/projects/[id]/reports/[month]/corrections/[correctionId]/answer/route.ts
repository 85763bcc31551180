import { reportAnswer } from '@/lib/domain/progress/answers';
import { correctionAnswer } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { answerCorrection } from '@/lib/server/progress/reports';
import { correctionParams } from '@/lib/server/progress/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '同意或不同意更正',
    tag: 'progress',
    permission: 'report.review',
    action: 'report.answerCorrection',
    ifMatch: true,
    params: correctionParams,
    body: correctionAnswer,
    output: reportAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      answerCorrection(tx, actor, { ...params, version: ifMatch ?? 0 }, body),
  }),
});
