import type { Line, PageEntry } from './lines';

/** The papers of the scorecard: a county's own, and the prefecture's. The sheet of a season shows each the counties that they see. */
export const SCORE_PAPER_PAGES: Record<string, PageEntry> = {
  '/scorecards/[id]/print': { may: 'scorecard.read', unnamed: 404 },
};

export const SCORE_PAPER_OPERATIONS: Record<string, Line> = {
  'GET /scorecards/{id}/annex': ['scorecard.read', 'offices'],
  'GET /scorecards/{id}/annex-sheet': ['scorecard.read', 'offices'],
  'GET /scorecards/{id}/report/docx': ['scorecard.read', 'offices'],
  'GET /scorecards/{id}/proofs-package': ['scorecard.read', 'offices'],
  'GET /scorecards/seasons/{id}/decision-sheet': ['scorecard.read', 'prefecture'],
  'GET /scorecards/seasons/{id}/decision-sheet/docx': ['scorecard.read', 'prefecture'],
};
