import { planDetail } from '@/lib/server/annual/plan-detail';
import { planPaper } from '@/lib/server/annual/plan-paper';
import { prefectureBureau } from '@/lib/server/annual/plan-rows';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '年度实施计划的 Word 文件，按党政机关公文格式排版',
    tag: 'annual',
    permission: 'annualPlan.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await withReader(actor, async (reader) => ({
        plan: await planDetail(reader, actor, params.id),
        issuer: await prefectureBureau(reader, actor),
      }));
      const { plan, issuer } = found;
      if (!plan) return notFound();
      const bytes = await officialDocx(planPaper(plan, issuer));
      return fileResponse({ bytes, name: `${plan.title}.docx`, mediaType: DOCX }, false);
    },
  }),
});
