import { companyUpdate } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { oneCompany, updateCompany } from '@/lib/server/projects/companies';
import { CompanyShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一家参建单位',
    tag: 'companies',
    permission: 'project.read',
    params: projectParams,
    output: CompanyShape,
    run: async ({ reader, actor, params }) => {
      const company = await oneCompany(reader, actor, params.id);
      return company ? done(company, { version: company.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改参建单位的名称、代码、类别、备注',
    tag: 'companies',
    permission: 'project.write',
    action: 'company.update',
    ifMatch: true,
    params: projectParams,
    body: companyUpdate,
    output: CompanyShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateCompany(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
