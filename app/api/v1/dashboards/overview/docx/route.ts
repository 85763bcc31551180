import { overviewQuery } from '@/lib/domain/overview/answers';
import { failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { brief } from '@/lib/server/overview/brief';
import { madeOnce } from '@/lib/server/papers/made-once';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    bare: true,
    summary: '一页简报的 Word 文件：此刻或者某个月末的进展，一张 A4 纸',
    tag: 'dashboards',
    permission: 'dashboard.read',
    limit: 'export',
    query: overviewQuery,
    produces: DOCX,
    run: async ({ actor, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const paper = await brief(actor, query);
      if (!paper.ok) return paper;
      const { title, date } = paper.value;
      const bytes = await madeOnce(`brief ${JSON.stringify(paper.value)}`, () => officialDocx(paper.value));
      return fileResponse({ bytes, name: `${title}（${date}）.docx`, mediaType: DOCX }, false);
    },
  }),
});
