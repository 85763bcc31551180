import { done, failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER } from '@/lib/server/api/file-name';
import { bareOperation, defineRoutes, operation } from '@/lib/server/define-route';
import { statements } from '@/lib/server/funds/imports/queries';
import { paging, StatementListShape, TakenShape } from '@/lib/server/funds/imports/shapes';
import { uploadStatement } from '@/lib/server/funds/imports/upload';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '本县市导入过的银行流水和资金台账，最新的在前',
    tag: 'funds',
    permission: 'fund.write',
    query: paging,
    output: StatementListShape,
    run: async ({ tx, actor, query }) => done(await statements(tx, actor, query)),
  }),
  POST: bareOperation({
    summary: '上传银行流水或资金台账，逐格核对，不记入任何账目',
    description:
      '正文是 xlsx 或 csv 文件本身（按内容识别，最大 5 MB，最多 2000 行），或 JSON { "text": 从表格粘贴的单元格，制表符分隔 }。是流水还是台账按表头识别。同一份文件再次上传，回答 200 和原来那一次的编号（again: true）。',
    tag: 'funds',
    permission: 'fund.write',
    limit: 'import',
    bare: true,
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    output: TakenShape,
    status: 201,
    run: async ({ actor, request, idempotencyKey }) =>
      actor ? uploadStatement(actor, request, idempotencyKey) : failure(401, 'sign_in_required'),
  }),
});
