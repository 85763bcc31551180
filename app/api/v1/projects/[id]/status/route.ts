import { statusChange } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { ProjectHeadShape, projectParams } from '@/lib/server/projects/shapes';
import { changeStatus } from '@/lib/server/projects/status';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '凭文件暂停、恢复或撤销项目',
    tag: 'projects',
    permission: 'project.write',
    action: 'project.status',
    ifMatch: true,
    params: projectParams,
    body: statusChange,
    output: ProjectHeadShape,
    run: ({ tx, actor, params, body, ifMatch }) => changeStatus(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
