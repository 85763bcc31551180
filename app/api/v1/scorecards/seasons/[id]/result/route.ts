import { seasonResultAnswer } from '@/lib/domain/scorecards/result-answers';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { seasonResult } from '@/lib/server/scorecards/result/result';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary:
      '一年绩效评价的结果：名次、等次、否决、下一年度的优秀倾斜、奖励资金的建议分配、弄虚作假处理；ETag 是奖励资金的版本',
    tag: 'scorecards',
    permission: 'scorecard.read',
    params: idParams,
    output: seasonResultAnswer,
    run: async ({ reader, actor, params }) => {
      const result = await seasonResult(reader, actor, params.id);
      return result ? done(result, { version: result.reward?.version ?? 0 }) : notFound();
    },
  }),
});
