import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireCompany } from '@/lib/server/projects/companies';
import { CompanyShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '停用参建单位（没有履行中的合同时）',
    tag: 'companies',
    permission: 'project.write',
    action: 'company.retire',
    ifMatch: true,
    params: projectParams,
    output: CompanyShape,
    run: ({ tx, actor, params, ifMatch }) => retireCompany(tx, actor, params.id, ifMatch ?? 0),
  }),
});
