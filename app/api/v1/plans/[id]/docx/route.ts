import { planPaper } from '@/lib/domain/plans/paper';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { madeOnce } from '@/lib/server/papers/made-once';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { planPaperFacts, planPaperHead } from '@/lib/server/plans/paper-facts';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '方案的 Word 文件，按党政机关公文格式排版：小区一张表，每栋楼一张表',
    tag: 'plans',
    permission: 'plan.read',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const head = await withReader(actor, (reader) => planPaperHead(reader, actor, params.id));
      if (!head) return notFound();
      // a table for each building is seconds of work: who asks while it is made waits for that one making, and holds no connection
      const bytes = await madeOnce(`plan ${params.id} ${head.version} for ${actor.level}`, async () => {
        const facts = await withReader(actor, (reader) => planPaperFacts(reader, actor, params.id));
        return facts && officialDocx(planPaper(facts));
      });
      if (!bytes) return notFound();
      return fileResponse({ bytes, name: `${head.compound}-第${head.no}版改造方案.docx`, mediaType: DOCX }, false);
    },
  }),
});
