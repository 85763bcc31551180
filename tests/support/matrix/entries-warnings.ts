import type { Line, PageEntry } from './lines';

/** 预警: lights of the projects of a county or of all, for the bodies and their leaders; others see the light of a project at the project. */
export const WARNING_PAGES: Record<string, PageEntry> = {
  '/watch': { may: 'dashboard.read', narrowed: ['county'] },
};

export const WARNING_OPERATIONS: Record<string, Line> = {
  'GET /watch': ['dashboard.read', 'offices'],
};
