import { failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER } from '@/lib/server/api/file-name';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { PlanSheetShape } from '@/lib/server/plans/shapes';
import { readPlanWorkbook } from '@/lib/server/plans/sheet-read';
import { takeSheet } from '@/lib/server/workbooks/sent-sheet';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '读一份填好的方案表，逐格核对，不写入任何数据',
    description:
      '正文是 xlsx 文件本身（最大 5 MB）。回答会改变哪些内容、有什么问题、在哪一格。确认时把 changes[].after 送到 POST /plans/{id}/cells，If-Match 用回答里的 version，Idempotency-Key 以 key 开头。',
    tag: 'plans',
    permission: 'plan.write',
    limit: 'import',
    neverKept: true,
    bare: true,
    params: idParams,
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    output: PlanSheetShape,
    run: async ({ actor, request, params, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const taken = await takeSheet(request);
      if (!taken.ok) return taken;
      try {
        return await readPlanWorkbook(actor, params.id, taken.value, locale);
      } finally {
        await taken.value.release();
      }
    },
  }),
});
