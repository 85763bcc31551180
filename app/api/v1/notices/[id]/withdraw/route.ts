import { noticeView } from '@/lib/domain/notices/answers';
import { noticeWithdraw } from '@/lib/domain/notices/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { withdrawNotice } from '@/lib/server/notices/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤回公示，说明原因；公开网页上只说明已撤回',
    tag: 'notices',
    permission: 'notice.write',
    action: 'notice.withdraw',
    ifMatch: true,
    params: idParams,
    body: noticeWithdraw,
    output: noticeView,
    run: ({ tx, actor, params, body, ifMatch }) => withdrawNotice(tx, actor, params.id, ifMatch ?? 0, body.reason),
  }),
});
