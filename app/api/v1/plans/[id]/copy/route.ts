import { planCopy } from '@/lib/domain/plans/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { copyBuilding } from '@/lib/server/plans/commands';
import { CopiedShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把一栋楼的内容复制到其他楼栋：全部替换，或只填空白',
    description: '“已达标”凭本楼的照片，不复制。',
    tag: 'plans',
    permission: 'plan.write',
    action: 'plan.copy',
    ifMatch: true,
    params: idParams,
    body: planCopy,
    output: CopiedShape,
    run: ({ tx, actor, params, body, ifMatch }) => copyBuilding(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
