import type { Line, PageEntry } from './lines';

export const LEDGER_PAGES: Record<string, PageEntry> = {
  '/funds/entries/[id]': { may: 'fund.read', of: 'GET /funds/entries/{id}' },
  '/funds/payments': { may: 'fund.read' },
  '/projects/[id]/money': { may: { all: ['project.read', 'fund.read'] }, of: 'GET /projects/{id}/ledger' },
};

export const LEDGER_OPERATIONS: Record<string, Line> = {
  'GET /funds/entries/{id}': ['fund.read', 'territory'],
  'POST /funds/entries/{id}/ask-reversal': ['payment.write', 'territory'],
  'POST /funds/entries/{id}/reverse': ['fund.write', 'territory'],
  'GET /funds/payments': ['fund.read', 'territory'],
  'POST /funds/payments/{id}/decide': ['payment.approve', 'territory'],
  'POST /funds/payments/{id}/withdraw': ['payment.write', 'territory'],
  'GET /projects/{id}/ledger': ['fund.read', 'territory'],
  'POST /projects/{id}/ledger': ['fund.write', 'territory'],
  'POST /projects/{id}/payments': ['payment.write', 'territory'],
};
