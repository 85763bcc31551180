import { noticeView } from '@/lib/domain/notices/answers';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { publishNotice } from '@/lib/server/notices/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '发布公示：内容从此不变，所有人可以看到，公示期从次日起算',
    tag: 'notices',
    permission: 'notice.write',
    action: 'notice.publish',
    ifMatch: true,
    params: idParams,
    output: noticeView,
    run: ({ tx, actor, params, ifMatch }) => publishNotice(tx, actor, params.id, ifMatch ?? 0),
  }),
});
