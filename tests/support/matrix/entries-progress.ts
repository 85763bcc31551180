import type { Line, PageEntry } from './lines';

export const PROGRESS_PAGES: Record<string, PageEntry> = {
  '/progress': { may: 'project.read', narrowed: ['county'] },
  '/progress/calendar': { may: 'project.read' },
  '/projects/[id]/reports': { may: 'project.read', of: 'GET /projects/{id}/reports' },
  '/projects/[id]/reports/[month]': {
    may: 'project.read',
    of: 'GET /projects/{id}/reports/{month}',
    rest: { month: '2020-05' },
  },
};

export const PROGRESS_OPERATIONS: Record<string, Line> = {
  'POST /county-months/{id}/decide': ['milestone.decide', 'territory'],
  'GET /outages': ['project.read', 'prefecture'],
  'POST /outages': ['outage.write', 'prefecture'],
  'POST /outages/{id}/retire': ['outage.write', 'prefecture'],
  'GET /progress': ['project.read', 'territory'],
  'POST /progress/{month}/summary': ['report.sumUp', 'own'],
  'GET /projects/{id}/milestones': ['project.read', 'territory'],
  'POST /projects/{id}/milestones': ['progress.write', 'territory'],
  'POST /projects/{id}/milestones/{milestoneId}/decide': ['milestone.decide', 'territory'],
  'GET /projects/{id}/reports': ['project.read', 'territory'],
  'GET /projects/{id}/reports/{month}': ['project.read', 'territory'],
  'PUT /projects/{id}/reports/{month}': ['progress.write', 'territory'],
  'POST /projects/{id}/reports/{month}/accept': ['report.review', 'territory'],
  'POST /projects/{id}/reports/{month}/corrections': ['progress.write', 'territory'],
  'POST /projects/{id}/reports/{month}/corrections/{correctionId}/answer': ['report.review', 'territory'],
  'POST /projects/{id}/reports/{month}/return': ['report.review', 'territory'],
  'POST /projects/{id}/reports/{month}/submit': ['progress.write', 'territory'],
};
