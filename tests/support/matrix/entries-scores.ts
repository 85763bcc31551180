import type { Line, PageEntry } from './lines';

/** 今日得分: a county's own, and all of them for the prefecture; the id is the county. */
export const SCORE_PAGES: Record<string, PageEntry> = {
  '/scorecards': { may: 'scorecard.read' },
  '/scorecards/[id]': { may: 'scorecard.read', of: 'GET /scorecards/live/{id}' },
  '/scorecards/[id]/criteria/[criterion]': {
    may: 'scorecard.read',
    of: 'GET /scorecards/live/{id}/criteria/{criterion}',
    rest: { criterion: '3.2' },
  },
  // of a year without a season it tells nothing but the county's name: whose it is, scorecards/live.test asks
  '/scorecards/[id]/season': { may: 'scorecard.read', unnamed: 404 },
  '/scorecards/deliberation': { may: 'scorecard.review' },
};

export const SCORE_OPERATIONS: Record<string, Line> = {
  'GET /scorecards/live': ['scorecard.read', 'offices'],
  'GET /scorecards/live/{id}': ['scorecard.read', 'offices'],
  'GET /scorecards/live/{id}/criteria/{criterion}': ['scorecard.read', 'offices'],
  'GET /scorecards/live/{id}/what-if': ['scorecard.read', 'offices'],
};
