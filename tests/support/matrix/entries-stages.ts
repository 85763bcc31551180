import type { Line, PageEntry } from './lines';

export const STAGE_PAGES: Record<string, PageEntry> = {
  '/projects/contradictions': { may: 'project.read', narrowed: ['county'] },
  '/projects/[id]/stages': { may: 'project.read', of: 'GET /projects/{id}/stages' },
};

export const STAGE_OPERATIONS: Record<string, Line> = {
  'GET /projects/contradictions': ['project.read', 'territory'],
  'GET /projects/{id}/stages': ['project.read', 'territory'],
  'POST /projects/{id}/stages/{stage}/steps/{step}': ['stage.step', 'territory'],
  'POST /projects/{id}/stages/{stage}/steps/{step}/return': ['stage.step', 'territory'],
  'POST /projects/{id}/stages/{stage}/send-back': ['stage.sendBack', 'territory'],
};
