import { feasibilityDetailAnswer } from '@/lib/domain/feasibility/answers';
import { feasibilityUpdate } from '@/lib/domain/feasibility/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { updateReport } from '@/lib/server/feasibility/commands';
import { feasibilityDetail } from '@/lib/server/feasibility/reports';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一份可行性研究报告：所含项目、投资与造价合计之差、同意与批复',
    tag: 'annual',
    permission: 'feasibility.read',
    params: idParams,
    output: feasibilityDetailAnswer,
    run: async ({ reader, actor, params }) => {
      const report = await feasibilityDetail(reader, actor, params.id);
      return report ? done(report, { version: report.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改报告或所含项目（批复前）；政府已同意的，修改后须重新报政府同意',
    tag: 'annual',
    permission: 'feasibility.write',
    action: 'feasibility.update',
    ifMatch: true,
    params: idParams,
    body: feasibilityUpdate,
    output: feasibilityDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => updateReport(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
