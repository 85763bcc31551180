import { planCellsInput } from '@/lib/domain/plans/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { saveCells } from '@/lib/server/plans/commands';
import { PlanShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '一次填写多处的改造内容，全部写入或全部不写入',
    description: '每一格给出全部内容：没有送来的栏目视为空。费用由系统按“数量×单价”计算，四舍五入到分。',
    tag: 'plans',
    permission: 'plan.write',
    action: 'plan.cells',
    ifMatch: true,
    params: idParams,
    body: planCellsInput,
    output: PlanShape,
    run: ({ tx, actor, params, body, ifMatch }) => saveCells(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
