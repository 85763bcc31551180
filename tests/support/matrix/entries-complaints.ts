import type { Line, PageEntry } from './lines';

/** Complaints, each where its compound stands, and the satisfaction of a compound's households. */
export const COMPLAINT_PAGES: Record<string, PageEntry> = {
  '/complaints': { may: 'complaint.read', narrowed: ['county', 'compound', 'project', 'q'] },
  '/complaints/[id]': { may: 'complaint.read', of: 'GET /complaints/{id}' },
  '/complaints/new': { may: 'complaint.enter' },
  '/projects/[id]/satisfaction': {
    may: { all: ['project.read', 'satisfaction.read'] },
    of: 'GET /projects/{id}/satisfaction',
  },
  '/satisfaction': { may: 'satisfaction.read', narrowed: ['county'] },
  '/satisfaction/[id]': { may: 'satisfaction.read', of: 'GET /satisfaction/{id}' },
  // counties by name, to choose one; compounds by name, once somebody looks for one
  '/tousu': { may: 'anybody', publishes: 'units' },
  '/tousu/[code]': { may: 'anybody' },
};

export const COMPLAINT_OPERATIONS: Record<string, Line> = {
  'GET /complaints': ['complaint.read', 'territory'],
  'POST /complaints': ['complaint.enter', 'territory'],
  'GET /complaints/{id}': ['complaint.read', 'territory'],
  'POST /complaints/{id}/answer': ['complaint.handle', 'territory'],
  'POST /complaints/{id}/assign': ['complaint.handle', 'territory'],
  'POST /complaints/{id}/close': ['complaint.handle', 'territory'],
  'POST /complaints/{id}/contact': ['personal.reveal', 'territory'],
  'POST /complaints/{id}/draft': ['complaint.draft', 'territory'],
  'POST /complaints/{id}/merge': ['complaint.handle', 'territory'],
  'POST /complaints/{id}/reopen': ['complaint.handle', 'territory'],
  'POST /complaints/{id}/separate': ['complaint.handle', 'territory'],
  'POST /complaints/{id}/turn-away': ['complaint.handle', 'territory'],
  'GET /projects/{id}/satisfaction': ['satisfaction.read', 'territory'],
  'POST /projects/{id}/satisfaction': ['satisfaction.open', 'territory'],
  'GET /satisfaction': ['satisfaction.read', 'territory'],
  'GET /satisfaction/{id}': ['satisfaction.read', 'territory'],
  'POST /satisfaction/{id}/answers': ['satisfaction.record', 'territory'],
  'POST /satisfaction/{id}/cancel': ['satisfaction.open', 'territory'],
  'POST /satisfaction/{id}/close': ['satisfaction.open', 'territory'],
};
