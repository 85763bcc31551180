import { reportAnswer } from '@/lib/domain/progress/answers';
import { reportInput } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { sendReport } from '@/lib/server/progress/reports';
import { reportParams } from '@/lib/server/progress/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '报送月报，取得回执（服务器时间和校验码）；没有修改过草稿的也可以直接报送',
    tag: 'progress',
    permission: 'progress.write',
    action: 'report.send',
    ifMatch: true,
    params: reportParams,
    body: reportInput,
    output: reportAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => sendReport(tx, actor, { ...params, version: ifMatch ?? 0 }, body),
  }),
});
