import { prefectureBureau } from '@/lib/server/annual/plan-rows';
import { failure, notFound } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { supervisionPaper } from '@/lib/server/supervision/paper';
import { supervisionDetail } from '@/lib/server/supervision/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '督办通知的 Word 文件，按党政机关公文格式排版',
    tag: 'supervision',
    permission: 'supervision.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const { notice, issuer, rulebook } = await withReader(actor, async (reader) => ({
        notice: await supervisionDetail(reader, actor, params.id),
        issuer: await prefectureBureau(reader, actor),
        rulebook: (await rulebookInForce(reader)).rulebook,
      }));
      if (!notice) return notFound();
      const bytes = await officialDocx(supervisionPaper(notice, issuer, rulebook));
      return fileResponse({ bytes, name: `${notice.title}.docx`, mediaType: DOCX }, false);
    },
  }),
});
