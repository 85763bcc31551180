import type { Line, PageEntry } from './lines';

/** 资金总览 and the list of entries: sums of counties are for the bodies, a town sees the entries of its own projects. */
export const FUND_VIEW_PAGES: Record<string, PageEntry> = {
  '/funds': { may: 'fund.read', narrowed: ['county'] },
  '/funds/entries': { may: 'fund.read', narrowed: ['county', 'q'] },
};

export const FUND_VIEW_OPERATIONS: Record<string, Line> = {
  'GET /funds/entries': ['fund.read', 'territory'],
  'GET /funds/overview': ['fund.read', 'offices'],
  'GET /funds/table.xlsx': ['fund.read', 'offices'],
};
