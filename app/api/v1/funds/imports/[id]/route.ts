import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { statementView } from '@/lib/server/funds/imports/queries';
import { StatementShape, statementParams } from '@/lib/server/funds/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一次导入：每一行、系统的匹配和依据、已作的决定、逐格的问题',
    tag: 'funds',
    permission: 'fund.write',
    params: statementParams,
    output: StatementShape,
    run: async ({ tx, actor, params, locale }) => {
      const found = await statementView(tx, actor, params.id, locale);
      return found ? done(found, { version: found.version }) : notFound();
    },
  }),
});
