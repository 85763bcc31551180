import { planPaper } from '@/lib/domain/plans/paper';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { madeOnce } from '@/lib/server/papers/made-once';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { planPaperFacts } from '@/lib/server/plans/paper-facts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
      const facts = await withReader(actor, (reader) => planPaperFacts(reader, actor, params.id));
      if (!facts) return notFound();
      const { compound, no, version } = facts.plan;
      const key = `plan ${params.id} ${version} for ${actor.level}`;
      const bytes = await madeOnce(key, () => officialDocx(planPaper(facts)));
      return fileResponse({ bytes, name: `${compound.name}-第${no}版改造方案.docx`, mediaType: DOCX }, false);
    },
  }),
});
