import { Readable } from 'node:stream';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { planFacts } from '@/lib/server/plans/read';
import { planWorkbook } from '@/lib/server/plans/sheet-write';
import { planView } from '@/lib/server/plans/view';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '方案的 Excel 表：小区一页，楼栋一页，填好可以传回',
    tag: 'plans',
    permission: 'plan.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: XLSX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await withReader(actor, async (reader) => {
        const plan = await planView(reader, actor, params.id);
        const facts = plan && (await planFacts(reader, actor, params.id));
        return plan && facts ? { plan, rulebook: facts.rulebook } : null;
      });
      if (!found) return notFound();
      const { plan, rulebook } = found;
      const name = `${plan.compound.name}-第${plan.no}版改造方案.xlsx`;
      return workbookResponse(Readable.toWeb(planWorkbook(plan, rulebook)) as ReadableStream<Uint8Array>, name);
    },
  }),
});
