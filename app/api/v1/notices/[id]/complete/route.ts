import { noticeView } from '@/lib/domain/notices/answers';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { completeNotice } from '@/lib/server/notices/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '完成公示：公示期满、异议都已答复、有张贴照片',
    tag: 'notices',
    permission: 'notice.write',
    action: 'notice.complete',
    ifMatch: true,
    params: idParams,
    output: noticeView,
    run: ({ tx, actor, params, ifMatch }) => completeNotice(tx, actor, params.id, ifMatch ?? 0),
  }),
});
