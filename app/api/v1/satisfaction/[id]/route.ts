import { surveyView as viewAnswer } from '@/lib/domain/satisfaction/answers';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { surveyView } from '@/lib/server/satisfaction/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一次满意度调查：哪些户已经答复；结束后有合计，没有各户的答复',
    tag: 'complaints',
    permission: 'satisfaction.read',
    params: idParams,
    output: viewAnswer,
    run: async ({ reader, actor, params }) => {
      const view = await surveyView(reader, actor, params.id);
      return view ? done(view, { version: view.version }) : notFound();
    },
  }),
});
