import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { ExportShape, oneExport } from '@/lib/server/exports/jobs';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一次导出：进度、结果或失败的原因',
    tag: 'exports',
    permission: 'export.run',
    params: idParams,
    output: ExportShape,
    run: async ({ tx, actor, params }) => {
      const view = await oneExport(tx, actor.accountId, params.id);
      return view ? done(view) : notFound();
    },
  }),
});
