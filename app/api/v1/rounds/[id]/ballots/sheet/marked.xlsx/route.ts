import { Readable } from 'node:stream';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { markedCopy } from '@/lib/server/imports/marked';
import { readSheetOf, sheetDoor } from '@/lib/server/votes/sheet-operation';
import { lookOfBallots } from '@/lib/server/votes/sheet-template';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    ...sheetDoor,
    summary: '标注好的登记表：有问题的格子涂了颜色，批注里写着怎么改',
    description: '正文与 POST /rounds/{id}/ballots/sheet 相同。不写入任何数据，送来的表不留存。',
    produces: XLSX,
    run: async (asked) => {
      const found = await readSheetOf(asked);
      if (!found.ok) return found;
      const { sent, read } = found.value;
      const { sheet, findings, fileName } = read;
      const book = markedCopy(
        sent,
        findings.map((finding) => ({ ...finding, sheet })),
        lookOfBallots,
      );
      return workbookResponse(
        Readable.toWeb(book) as ReadableStream<Uint8Array>,
        `${fileName.replace(/\.[^.]+$/, '')}-已标注.xlsx`,
      );
    },
  }),
});
