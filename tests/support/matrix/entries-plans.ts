import type { Line, PageEntry } from './lines';

/** Of the plans: pages and operations, as in entries.ts. */
export const PLAN_PAGES: Record<string, PageEntry> = {
  '/plans': { may: 'plan.read', narrowed: ['county', 'subdistrict', 'community', 'compound', 'q'] },
  '/plans/new': { may: 'plan.write', narrowed: ['compound'] },
  '/plans/[id]': { may: 'plan.read', of: 'GET /plans/{id}' },
  '/plans/[id]/differences': { may: 'plan.read', of: 'GET /plans/{id}', narrowed: ['with'] },
  '/plans/[id]/print': { may: 'plan.read', of: 'GET /plans/{id}' },
  '/plans/[id]/workbook': { may: 'plan.write', of: 'POST /plans/{id}/workbook' },
  '/projects/[id]/plan': { may: 'plan.read', of: 'GET /projects/{id}/stages' },
};

export const PLAN_OPERATIONS: Record<string, Line> = {
  'GET /compounds/{id}/haves': ['plan.read', 'territory'],
  // a photo is that of the office which uploaded it
  'PUT /compounds/{id}/haves/{have}': ['plan.write', 'offices'],
  'GET /compounds/{id}/plans': ['plan.read', 'territory'],
  'GET /plans': ['plan.read', 'territory'],
  'POST /plans': ['plan.write', 'territory'],
  'GET /plans/{id}': ['plan.read', 'territory'],
  'PATCH /plans/{id}': ['plan.write', 'territory'],
  'POST /plans/{id}/cells': ['plan.write', 'offices'],
  'POST /plans/{id}/copy': ['plan.write', 'territory'],
  'GET /plans/{id}/differences': ['plan.read', 'territory'],
  'GET /plans/{id}/docx': ['plan.read', 'territory'],
  'POST /plans/{id}/finalize': ['plan.write', 'territory'],
  'POST /plans/{id}/workbook': ['plan.write', 'territory'],
  'GET /plans/{id}/workbook.xlsx': ['plan.read', 'territory'],
};
