import type { Line, PageEntry } from './lines';

/** 绩效评价结果: the final totals are every county's to read, as a season is the whole prefecture's; a reward line is of its county (tests/integration/scorecards/result.test.ts). */
export const RESULT_PAGES: Record<string, PageEntry> = {
  '/scorecards/result': { may: 'scorecard.read' },
};

export const RESULT_OPERATIONS: Record<string, Line> = {
  'GET /scorecards/seasons/{id}/result': ['scorecard.read', 'prefecture'],
  'PUT /scorecards/seasons/{id}/reward': ['scorecard.decide', 'prefecture'],
};
