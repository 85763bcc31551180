import { stopWorkPaper } from '@/lib/domain/inspections/stop-work-paper';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { stopWorkParams } from '@/lib/server/inspections/shapes';
import { stopWorkDocx } from '@/lib/server/inspections/stop-work-paper';
import { DOCX } from '@/lib/server/papers/media-type';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '停工通知的 Word 文件，按党政机关公文格式排版，按下发时的记录生成',
    tag: 'inspections',
    permission: 'project.read',
    limit: 'export',
    bare: true,
    params: stopWorkParams,
    produces: DOCX,
    run: ({ actor, params }) => stopWorkDocx(actor, params, stopWorkPaper),
  }),
});
