import { companyCreate, companyListQuery } from '@/lib/domain/projects/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createCompany, listCompanies } from '@/lib/server/projects/companies';
import { CompanyListShape, CompanyShape } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '参建单位名录',
    tag: 'companies',
    permission: 'project.read',
    query: companyListQuery,
    output: CompanyListShape,
    run: async ({ reader, actor, query }) => done(await listCompanies(reader, actor, query)),
  }),
  POST: operation({
    summary: '登记一家参建单位到本县市名录',
    tag: 'companies',
    permission: 'project.write',
    action: 'company.create',
    body: companyCreate,
    output: CompanyShape,
    status: 201,
    run: ({ tx, actor, body }) => createCompany(tx, actor, body),
  }),
});
