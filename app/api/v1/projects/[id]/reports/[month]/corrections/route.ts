import { reportAnswer } from '@/lib/domain/progress/answers';
import { correctionInput } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { askCorrection } from '@/lib/server/progress/reports';
import { reportParams } from '@/lib/server/progress/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '申请更正已接收的月报',
    tag: 'progress',
    permission: 'progress.write',
    action: 'report.askCorrection',
    ifMatch: true,
    params: reportParams,
    body: correctionInput,
    output: reportAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      askCorrection(tx, actor, { ...params, version: ifMatch ?? 0 }, body.reason),
  }),
});
