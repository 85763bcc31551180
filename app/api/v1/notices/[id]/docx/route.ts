import { reason } from '@/lib/domain/kernel/result';
import { paperOf } from '@/lib/domain/notices/paper';
import { failure, notFound, refused } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withActor } from '@/lib/server/db/with-actor';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { noticeText } from '@/lib/server/notices/notice-text';
import { noticeView } from '@/lib/server/notices/queries';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '公示的 Word 文件，按党政机关公文格式排版',
    tag: 'notices',
    permission: 'notice.read',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const notice = await withActor(actor, (tx) => noticeView(tx, actor, params.id));
      if (!notice) return notFound();
      if (notice.status === 'withdrawn') return refused([reason('notices.notPublished')]);
      const bytes = await officialDocx(paperOf(noticeText(notice)));
      return fileResponse({ bytes, name: `${notice.title}.docx`, mediaType: DOCX }, false);
    },
  }),
});
