import { membersChange } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { changeMembers } from '@/lib/server/projects/members';
import { ProjectHeadShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '调整项目的小区：增加、移出（写明原因），第三阶段完成前',
    tag: 'projects',
    permission: 'project.write',
    action: 'project.compounds',
    ifMatch: true,
    params: projectParams,
    body: membersChange,
    output: ProjectHeadShape,
    run: ({ tx, actor, params, body, ifMatch }) => changeMembers(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
