import { monthSheetAnswer } from '@/lib/domain/progress/sheet-answers';
import { failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER } from '@/lib/server/api/file-name';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { monthParams } from '@/lib/server/progress/shapes';
import { readMonthWorkbook } from '@/lib/server/progress/sheet-read';
import { takeSheet } from '@/lib/server/workbooks/sent-sheet';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '读一份填好的月报表，逐格核对，不写入任何数据',
    description:
      '正文是 xlsx 文件本身（最大 5 MB）。回答每个项目会改变哪些内容、有什么问题、在哪一格；warning 不妨碍存草稿，报送前须改正。确认时把 projects[].report 送到 POST /progress/{month}/workbook/apply，Idempotency-Key 以 key 开头。',
    tag: 'progress',
    permission: 'progress.write',
    limit: 'import',
    neverKept: true,
    bare: true,
    params: monthParams,
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    output: monthSheetAnswer,
    run: async ({ actor, request, params, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const taken = await takeSheet(request);
      if (!taken.ok) return taken;
      try {
        return await readMonthWorkbook(actor, params.month, taken.value, locale);
      } finally {
        await taken.value.release();
      }
    },
  }),
});
