import type { Line, PageEntry } from './lines';

/** Who pays for a project, and the notices to the payers. */
export const SHARING_PAGES: Record<string, PageEntry> = {
  '/payment-notices/[id]': { may: 'project.read', of: 'GET /projects/{id}/sharing/notices' },
  '/projects/[id]/sharing': { may: 'project.read', of: 'GET /projects/{id}/sharing', narrowed: ['compound'] },
};

export const SHARING_OPERATIONS: Record<string, Line> = {
  'GET /projects/{id}/sharing': ['project.read', 'territory'],
  'PATCH /projects/{id}/sharing': ['project.write', 'territory'],
  'POST /projects/{id}/sharing/agree': ['project.write', 'territory'],
  'POST /projects/{id}/sharing/changes': ['project.write', 'territory'],
  'POST /projects/{id}/sharing/changes/{changeId}/retire': ['project.write', 'territory'],
  'GET /projects/{id}/sharing/notices': ['project.read', 'territory'],
  'GET /projects/{id}/sharing/notices/docx': ['project.read', 'territory'],
};
