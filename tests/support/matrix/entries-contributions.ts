import type { Line, PageEntry } from './lines';

/** What households owe and paid in a project, and the maintenance fund of a compound. */
export const CONTRIBUTION_PAGES: Record<string, PageEntry> = {
  '/compounds/[id]/maintenance-fund': { may: 'contribution.read', of: 'GET /compounds/{id}/maintenance-fund' },
  '/projects/[id]/contributions': {
    may: { all: ['project.read', 'contribution.read'] },
    of: 'GET /projects/{id}/contributions',
    narrowed: ['compound', 'building'],
  },
  '/projects/[id]/contributions/households/[householdId]': {
    may: { all: ['project.read', 'contribution.read'] },
    // an address of two names: whose it is, the operation of the API is asked
    unnamed: 404,
  },
  '/projects/[id]/contributions/receipts/[paymentId]': {
    may: { all: ['project.read', 'contribution.read'] },
    // an address of two names: whose it is, the operation of the API is asked
    unnamed: 404,
  },
  '/projects/[id]/contributions/reminders': {
    may: { all: ['project.read', 'contribution.read'] },
    of: 'GET /projects/{id}/contributions',
    narrowed: ['compound'],
  },
};

export const CONTRIBUTION_OPERATIONS: Record<string, Line> = {
  'GET /compounds/{id}/maintenance-fund': ['contribution.read', 'territory'],
  'POST /compounds/{id}/maintenance-fund/account': ['contribution.write', 'territory'],
  'PATCH /compounds/{id}/maintenance-fund/account': ['contribution.write', 'territory'],
  'POST /compounds/{id}/maintenance-fund/entries': ['contribution.write', 'territory'],
  'POST /compounds/{id}/maintenance-fund/entries/{entryId}/reverse': ['contribution.write', 'territory'],
  'GET /projects/{id}/contributions': ['contribution.read', 'territory'],
  'GET /projects/{id}/contributions/dues': ['contribution.read', 'territory'],
  'POST /projects/{id}/contributions/dues': ['project.write', 'territory'],
  'GET /projects/{id}/contributions/households/{householdId}': ['contribution.read', 'territory'],
  'POST /projects/{id}/contributions/payments': ['contribution.write', 'territory'],
  'GET /projects/{id}/contributions/payments/{paymentId}': ['contribution.read', 'territory'],
  'POST /projects/{id}/contributions/payments/{paymentId}/reverse': ['contribution.write', 'territory'],
  'GET /projects/{id}/contributions/reminders.xlsx': ['contribution.read', 'territory'],
  'POST /projects/{id}/contributions/reminders.xlsx': ['export.unmasked', 'territory'],
};
