import { failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER } from '@/lib/server/api/file-name';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { readSentSheet } from '@/lib/server/votes/sheet-read';
import { SheetShape, sheetQuery } from '@/lib/server/votes/sheet-shapes';
import { takeSheet } from '@/lib/server/votes/sheet-upload';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '读一张表决票登记表，逐格核对，不写入任何数据',
    description:
      '正文是 xlsx 或 csv 文件本身（按内容识别，最大 5 MB），或 JSON { "text": 从表格粘贴的单元格，制表符分隔 }。回答每一行会登记什么、有什么问题、在哪一格，以及登记后的票数。确认时把 rows[].input 送到 POST /rounds/{id}/ballots（source: "sheet"），以 key 开头作 Idempotency-Key。',
    tag: 'votes',
    permission: 'vote.write',
    limit: 'import',
    neverKept: true,
    bare: true,
    params: idParams,
    query: sheetQuery,
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    output: SheetShape,
    run: async ({ actor, request, params, query, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const sent = await takeSheet(request);
      if (!sent.ok) return sent;
      try {
        return await readSentSheet(actor, sent.value, { roundId: params.id, channel: query.channel, locale });
      } finally {
        await sent.value.release();
      }
    },
  }),
});
