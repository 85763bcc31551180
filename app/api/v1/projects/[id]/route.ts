import { projectUpdate } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { updateProject } from '@/lib/server/projects/commands';
import { projectDetailJson } from '@/lib/server/projects/detail';
import { ProjectDetailShape, ProjectHeadShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个改造项目：概况、小区、阶段、参建单位、合同、方案合计与逐项内容',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: ProjectDetailShape,
    atOnce: () => true,
    run: async ({ reader, actor, params }) => {
      const detail = await projectDetailJson(reader, actor, params.id);
      return detail ? done(detail.json, { version: detail.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改项目的名称、改造类型、实施单位、绿色通道事项、概算预算决算；没有提交的栏目不变',
    tag: 'projects',
    permission: 'project.write',
    action: 'project.update',
    ifMatch: true,
    params: projectParams,
    body: projectUpdate,
    output: ProjectHeadShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateProject(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
