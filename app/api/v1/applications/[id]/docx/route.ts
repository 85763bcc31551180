import { applicationPaper } from '@/lib/domain/applications/paper';
import { failure, notFound } from '@/lib/server/answer';
import { applicationPaperFacts } from '@/lib/server/applications/paper-facts';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '改造申请的 Word 文件，按党政机关公文格式排版，附第二次征求意见的结果',
    tag: 'annual',
    permission: 'application.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const facts = await withReader(actor, (reader) => applicationPaperFacts(reader, actor, params.id));
      if (!facts) return notFound();
      const paper = applicationPaper(facts);
      return fileResponse({ bytes: await officialDocx(paper), name: `${paper.title}.docx`, mediaType: DOCX }, false);
    },
  }),
});
