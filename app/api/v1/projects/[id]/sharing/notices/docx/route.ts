import { today } from '@/lib/domain/kernel/calendar-date';
import { againstDue } from '@/lib/domain/sharing/notices';
import { noticeQuery } from '@/lib/domain/sharing/schema';
import { failure, notFound, refused } from '@/lib/server/answer';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { noticePaper } from '@/lib/server/sharing/notice-paper';
import { noticeFor } from '@/lib/server/sharing/notices';
import { sharingParams } from '@/lib/server/sharing/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '一个出资方的缴款通知书（Word），按党政机关公文格式排版；居民的一个小区一份，列各户房号，不列姓名',
    tag: 'sharing',
    permission: 'project.read',
    bare: true,
    params: sharingParams,
    query: noticeQuery,
    produces: DOCX,
    run: async ({ actor, params, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const facts = await withReader(actor, (reader) => noticeFor(reader, actor, params.id, query.payer));
      if (!facts) return notFound();
      const dueOn = query.dueOn ?? null;
      const against = againstDue(dueOn, today(await databaseNow()));
      if (against.length > 0) return refused(against);
      const paper = noticePaper(facts, dueOn);
      const name = `${paper.title}-${paper.addressee}.docx`;
      return fileResponse({ bytes: await officialDocx(paper), name, mediaType: DOCX }, false);
    },
  }),
});
