import { reportAnswer, savedAnswer } from '@/lib/domain/progress/answers';
import { reportInput } from '@/lib/domain/progress/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { saveReport } from '@/lib/server/progress/reports';
import { reportParams } from '@/lib/server/progress/shapes';
import { reportView } from '@/lib/server/progress/view';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个月的月报：内容、与上次接收的差异、回执、退回意见、更正申请',
    tag: 'progress',
    permission: 'project.read',
    params: reportParams,
    output: reportAnswer,
    run: async ({ reader, actor, params }) => {
      const view = await reportView(reader, actor, params);
      return view ? done(view, { version: view.version }) : notFound();
    },
  }),
  PUT: operation({
    summary: '保存月报草稿（If-Match: 读到的版本，还没有保存过的为 0）',
    tag: 'progress',
    permission: 'progress.write',
    action: 'report.save',
    ifMatch: true,
    params: reportParams,
    body: reportInput,
    output: savedAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => saveReport(tx, actor, { ...params, version: ifMatch ?? 0 }, body),
  }),
});
