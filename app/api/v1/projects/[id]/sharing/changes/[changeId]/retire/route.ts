import { retireInput } from '@/lib/domain/sharing/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireChange } from '@/lib/server/sharing/commands';
import { changeParams, SharingShape } from '@/lib/server/sharing/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤去一项改变，恢复按规则分摊（写明原因）',
    tag: 'sharing',
    permission: 'project.write',
    action: 'sharing.retireChange',
    params: changeParams,
    body: retireInput,
    output: SharingShape,
    run: ({ tx, actor, params, body }) => retireChange(tx, actor, params.id, params.changeId, body.reason),
  }),
});
