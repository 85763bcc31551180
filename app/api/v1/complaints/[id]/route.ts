import { complaintView as viewAnswer } from '@/lib/domain/complaints/answers';
import { done, notFound } from '@/lib/server/answer';
import { complaintView } from '@/lib/server/complaints/queries';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一件投诉：内容、并入的件、答复和经过',
    tag: 'complaints',
    permission: 'complaint.read',
    params: idParams,
    output: viewAnswer,
    run: async ({ reader, actor, params }) => {
      const view = await complaintView(reader, actor, params.id);
      return view ? done(view, { version: view.version }) : notFound();
    },
  }),
});
