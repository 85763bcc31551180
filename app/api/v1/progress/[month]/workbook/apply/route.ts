import { monthImportInput } from '@/lib/domain/progress/schema';
import { monthImportAnswer } from '@/lib/domain/progress/sheet-answers';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { monthParams } from '@/lib/server/progress/shapes';
import { applyMonth } from '@/lib/server/progress/sheet-apply';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把核对过的月报表保存为各项目的草稿，全部保存或一个也不保存',
    description:
      '内容是 POST /progress/{month}/workbook 回答的 projects[].report。核对之后有人改了其中一份草稿的，回答 409，须重新核对。',
    tag: 'progress',
    permission: 'progress.write',
    action: 'report.import',
    long: true,
    params: monthParams,
    body: monthImportInput,
    mostMiB: 4,
    output: monthImportAnswer,
    run: ({ tx, actor, params, body }) => applyMonth(tx, actor, params.month, body),
  }),
});
