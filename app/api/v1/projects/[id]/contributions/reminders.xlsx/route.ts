import { compoundQuery, remindersClear } from '@/lib/domain/contributions/schema';
import { failure, notFound } from '@/lib/server/answer';
import { remindersInClear } from '@/lib/server/contributions/reminders-clear';
import { remindersSheet } from '@/lib/server/contributions/reminders-sheet';
import { contributionParams } from '@/lib/server/contributions/shapes';
import { bareOperation, defineRoutes, operation } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '催缴清单（表格，业主信息已掩码）',
    tag: 'contributions',
    permission: 'contribution.read',
    bare: true,
    limit: 'export',
    params: contributionParams,
    query: compoundQuery,
    produces: XLSX,
    run: async ({ actor, params, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await remindersSheet(actor, params.id, query.compound);
      return file ? fileResponse(file, false) : notFound();
    },
  }),
  POST: operation({
    summary: '催缴清单（表格，含业主姓名）：写明用途，计入操作日志',
    tag: 'contributions',
    permission: 'export.unmasked',
    limit: 'export',
    token: 'never',
    neverKept: true,
    action: 'export.unmasked',
    params: contributionParams,
    body: remindersClear,
    produces: XLSX,
    run: ({ tx, actor, params, body }) => remindersInClear(tx, actor, params.id, body),
  }),
});
