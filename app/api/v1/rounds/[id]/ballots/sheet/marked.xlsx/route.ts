import { Readable } from 'node:stream';
import { failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER } from '@/lib/server/api/file-name';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { markedCopy } from '@/lib/server/imports/marked';
import { readSentSheet } from '@/lib/server/votes/sheet-read';
import { sheetQuery } from '@/lib/server/votes/sheet-shapes';
import { lookOfBallots } from '@/lib/server/votes/sheet-template';
import { takeSheet } from '@/lib/server/votes/sheet-upload';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '标注好的登记表：有问题的格子涂了颜色，批注里写着怎么改',
    description: '正文与 POST /rounds/{id}/ballots/sheet 相同。不写入任何数据，送来的表不留存。',
    tag: 'votes',
    permission: 'vote.write',
    limit: 'import',
    neverKept: true,
    bare: true,
    params: idParams,
    query: sheetQuery,
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    produces: XLSX,
    run: async ({ actor, request, params, query, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const sent = await takeSheet(request);
      if (!sent.ok) return sent;
      const { value } = sent;
      const read = await readSentSheet(actor, value, { roundId: params.id, channel: query.channel, locale }).catch(
        async (thrown) => {
          await value.release();
          throw thrown;
        },
      );
      if (!read.ok) {
        await value.release();
        return read;
      }
      const { sheet, findings, fileName } = read.value;
      const book = markedCopy(
        value,
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
