import { opinionBook } from '@/lib/domain/acceptance/opinion-book';
import { acceptancesOf } from '@/lib/server/acceptance/queries';
import { acceptanceParams } from '@/lib/server/acceptance/shapes';
import { failure, notFound } from '@/lib/server/answer';
import { projectGround } from '@/lib/server/archive/project';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '联合竣工验收意见书（Word），按党政机关公文格式排版；未作结论的供各方签署',
    tag: 'projects',
    permission: 'project.read',
    bare: true,
    params: acceptanceParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await withReader(actor, async (reader) => {
        const ground = await projectGround(reader, actor, params.id);
        return ground && { ground, ...(await acceptancesOf(reader, ground)) };
      });
      const attempt = found?.attempts.find(({ id }) => id === params.acceptanceId);
      if (!found || !attempt) return notFound();
      const { ground: project, parties } = found;
      const paper = opinionBook({ project, compounds: project.compounds, attempt, parties });
      return fileResponse({ bytes: await officialDocx(paper), name: `${paper.title}.docx`, mediaType: DOCX }, false);
    },
  }),
});
