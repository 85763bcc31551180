import { noticeView } from '@/lib/domain/notices/answers';
import { noticePhoto } from '@/lib/domain/notices/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { attachPhoto } from '@/lib/server/notices/commands-photos';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把已上传的照片作为张贴公示的凭证，写明张贴地点和拍摄日期',
    tag: 'notices',
    permission: 'notice.write',
    action: 'notice.photo',
    params: idParams,
    body: noticePhoto,
    output: noticeView,
    status: 201,
    run: ({ tx, actor, params, body }) => attachPhoto(tx, actor, params.id, body),
  }),
});
