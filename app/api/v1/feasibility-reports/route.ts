import { z } from 'zod';
import { feasibilityAnswer, feasibilityDetailAnswer } from '@/lib/domain/feasibility/answers';
import { feasibilityCreate } from '@/lib/domain/feasibility/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createReport } from '@/lib/server/feasibility/commands';
import { feasibilityReports } from '@/lib/server/feasibility/reports';

const query = z.strictObject({ year: z.coerce.number().int().optional(), county: z.uuid().optional() });

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '年度可行性研究报告各版本',
    tag: 'annual',
    permission: 'feasibility.read',
    query,
    output: z.object({ items: z.array(feasibilityAnswer) }),
    run: async ({ reader, actor, query: asked }) => done({ items: await feasibilityReports(reader, actor, asked) }),
  }),
  POST: operation({
    summary: '编制本县市一个年度的可行性研究报告（以后增加的项目另编一版）',
    tag: 'annual',
    permission: 'feasibility.write',
    action: 'feasibility.create',
    body: feasibilityCreate,
    output: feasibilityDetailAnswer,
    status: 201,
    run: ({ tx, actor, body }) => createReport(tx, actor, body),
  }),
});
