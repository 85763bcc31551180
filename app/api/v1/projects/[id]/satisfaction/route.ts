import { projectSurveys, surveyHead } from '@/lib/domain/satisfaction/answers';
import { surveyOpen } from '@/lib/domain/satisfaction/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { projectHead } from '@/lib/server/projects/queries';
import { projectParams } from '@/lib/server/projects/shapes';
import { openSurvey } from '@/lib/server/satisfaction/commands';
import { surveysOfProject } from '@/lib/server/satisfaction/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目各小区的满意度调查',
    tag: 'complaints',
    permission: 'satisfaction.read',
    params: projectParams,
    output: projectSurveys,
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done(await surveysOfProject(reader, actor, params.id))
        : notFound(),
  }),
  POST: operation({
    summary: '对项目的一个小区开始满意度调查，住户名册随即冻结',
    tag: 'complaints',
    permission: 'satisfaction.open',
    action: 'satisfaction.open',
    params: projectParams,
    body: surveyOpen,
    output: surveyHead,
    status: 201,
    run: ({ tx, actor, params, body }) => openSurvey(tx, actor, params.id, body.compoundId),
  }),
});
