import type { Line, PageEntry } from './lines';

/** 总览: sums of counties with their scores are for the bodies; a town and people of projects have none of it. */
export const OVERVIEW_PAGES: Record<string, PageEntry> = {
  '/overview': { may: { all: ['dashboard.read', 'scorecard.read'] }, narrowed: ['county'] },
  '/overview/brief': { may: { all: ['dashboard.read', 'scorecard.read'] }, narrowed: ['county'] },
  '/overview/rows': { may: { all: ['dashboard.read', 'scorecard.read'] }, narrowed: ['county'] },
};

export const OVERVIEW_OPERATIONS: Record<string, Line> = {
  'GET /dashboards/overview': ['dashboard.read', 'offices'],
  'GET /dashboards/overview/docx': ['dashboard.read', 'offices'],
  'GET /dashboards/overview/rows': ['dashboard.read', 'offices'],
};
