import { projectListQuery } from '@/lib/domain/projects/list-query';
import { projectCreate } from '@/lib/domain/projects/schema';
import { badRequest, done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createProject } from '@/lib/server/projects/commands';
import { projectListJson } from '@/lib/server/projects/list';
import { ProjectHeadShape, ProjectListShape } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '改造项目列表：筛选、检索、排序、翻页',
    tag: 'projects',
    permission: 'project.read',
    query: projectListQuery,
    output: ProjectListShape,
    atOnce: () => true,
    run: async ({ reader, actor, query }) => {
      const list = await projectListJson(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
  POST: operation({
    summary: '新建改造项目：选定本县市的小区和年度',
    tag: 'projects',
    permission: 'project.write',
    action: 'project.create',
    body: projectCreate,
    output: ProjectHeadShape,
    status: 201,
    run: ({ tx, actor, body }) => createProject(tx, actor, body),
  }),
});
