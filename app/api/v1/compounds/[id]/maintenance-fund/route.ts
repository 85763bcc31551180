import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { maintenanceFund } from '@/lib/server/maintenance/queries';
import { MaintenanceFundShape } from '@/lib/server/maintenance/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '小区住宅专项维修资金：账户、余额和逐笔登记（不计入任何项目资金）',
    tag: 'contributions',
    permission: 'contribution.read',
    params: idParams,
    output: MaintenanceFundShape,
    run: async ({ reader, actor, params }) => {
      const fund = await maintenanceFund(reader, actor, params.id);
      return fund ? done(fund) : notFound();
    },
  }),
});
