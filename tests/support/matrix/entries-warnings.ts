import type { Line, PageEntry } from './lines';

/** 预警: lights of the projects of all, of a county, or of those that are a town's own. */
export const WARNING_PAGES: Record<string, PageEntry> = {
  '/watch': { may: 'dashboard.read', narrowed: ['county'] },
};

export const WARNING_OPERATIONS: Record<string, Line> = {
  'GET /watch': ['dashboard.read', 'territory'],
};
