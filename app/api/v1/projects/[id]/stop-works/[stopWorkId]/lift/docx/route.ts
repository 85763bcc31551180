import { liftPaper } from '@/lib/domain/inspections/stop-work-paper';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { stopWorkParams } from '@/lib/server/inspections/shapes';
import { stopWorkDocx } from '@/lib/server/inspections/stop-work-paper';
import { DOCX } from '@/lib/server/papers/media-type';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '复工通知的 Word 文件；没有复工的停工通知没有这份文件',
    tag: 'inspections',
    permission: 'project.read',
    limit: 'export',
    bare: true,
    params: stopWorkParams,
    produces: DOCX,
    run: ({ actor, params }) => stopWorkDocx(actor, params, liftPaper),
  }),
});
