import { done } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { readSheetOf, sheetDoor } from '@/lib/server/votes/sheet-operation';
import { SheetShape } from '@/lib/server/votes/sheet-shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    ...sheetDoor,
    summary: '读一张表决票登记表，逐格核对，不写入任何数据',
    description:
      '正文是 xlsx 或 csv 文件本身（按内容识别，最大 5 MB），或 JSON { "text": 从表格粘贴的单元格，制表符分隔 }。回答每一行会登记什么、有什么问题、在哪一格，以及登记后的票数。确认时把 rows[].input 送到 POST /rounds/{id}/ballots（source: "sheet"），以 key 开头作 Idempotency-Key。',
    output: SheetShape,
    run: async (asked) => {
      const found = await readSheetOf(asked);
      if (!found.ok) return found;
      await found.value.sent.release();
      return done(found.value.read);
    },
  }),
});
