import { changeInput } from '@/lib/domain/sharing/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { changeShare } from '@/lib/server/sharing/commands';
import { SharingShape, sharingParams } from '@/lib/server/sharing/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '改变一项改造内容的分摊（写明原因，各方之和等于该项费用）',
    tag: 'sharing',
    permission: 'project.write',
    action: 'sharing.change',
    params: sharingParams,
    body: changeInput,
    output: SharingShape,
    status: 201,
    run: ({ tx, actor, params, body }) => changeShare(tx, actor, params.id, body),
  }),
});
