import type { Line, PageEntry } from './lines';

export const INSPECTION_PAGES: Record<string, PageEntry> = {
  '/inspections': { may: 'project.read', narrowed: ['county'] },
  '/inspections/[id]': { may: 'project.read', of: 'GET /inspections/{id}' },
  '/projects/[id]/inspections/new': {
    may: { all: ['project.read', 'inspection.write'] },
    of: 'POST /projects/{id}/inspections',
  },
};

export const INSPECTION_OPERATIONS: Record<string, Line> = {
  'GET /inspections': ['project.read', 'territory'],
  'GET /inspections/{id}': ['project.read', 'territory'],
  'GET /projects/{id}/inspections': ['project.read', 'territory'],
  'POST /projects/{id}/inspections': ['inspection.write', 'territory'],
  'GET /projects/{id}/site': ['project.read', 'territory'],
  'GET /projects/{id}/stop-works': ['project.read', 'territory'],
  'POST /projects/{id}/stop-works': ['inspection.write', 'territory'],
  'GET /projects/{id}/stop-works/{stopWorkId}/docx': ['project.read', 'territory'],
  'GET /projects/{id}/stop-works/{stopWorkId}/lift/docx': ['project.read', 'territory'],
  'POST /projects/{id}/stop-works/{stopWorkId}/lift': ['inspection.write', 'territory'],
};
