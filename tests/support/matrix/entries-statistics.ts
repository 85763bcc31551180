import type { Line, PageEntry } from './lines';

/** 统计报表: sums of counties, for the bodies; a town is told that they are not its matter. */
export const STATISTICS_PAGES: Record<string, PageEntry> = {
  '/statistics': { may: 'dashboard.read', narrowed: ['county'] },
};

export const STATISTICS_OPERATIONS: Record<string, Line> = {
  'GET /statistics/{table}': ['dashboard.read', 'offices'],
  'GET /statistics/{table}/docx': ['dashboard.read', 'offices'],
  'GET /statistics/{table}/xlsx': ['dashboard.read', 'offices'],
};
