import { defineRoutes, operation } from '@/lib/server/define-route';
import { agreeSharing } from '@/lib/server/sharing/commands';
import { SharingShape, sharingParams } from '@/lib/server/sharing/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '采用分摊方案：资金筹措计划按方案重列，合计与方案费用分文不差',
    tag: 'sharing',
    permission: 'project.write',
    action: 'sharing.agree',
    ifMatch: true,
    params: sharingParams,
    output: SharingShape,
    run: ({ tx, actor, params, ifMatch }) => agreeSharing(tx, actor, params.id, ifMatch ?? 0),
  }),
});
