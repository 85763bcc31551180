import type { Line, PageEntry } from './lines';

export const BANK_IMPORT_PAGES: Record<string, PageEntry> = {
  '/funds/imports': { may: 'fund.write' },
  '/funds/imports/[id]': { may: 'fund.write', of: 'GET /funds/imports/{id}' },
};

export const BANK_IMPORT_OPERATIONS: Record<string, Line> = {
  'GET /funds/imports': ['fund.write', 'offices'],
  'POST /funds/imports': ['fund.write', 'offices'],
  'GET /funds/imports/template.xlsx': ['fund.write', 'offices'],
  'GET /funds/imports/{id}': ['fund.write', 'offices'],
  'POST /funds/imports/{id}/apply': ['fund.write', 'offices'],
  'POST /funds/imports/{id}/cancel': ['fund.write', 'offices'],
  'PATCH /funds/imports/{id}/decisions': ['fund.write', 'offices'],
  'GET /funds/imports/{id}/marked.xlsx': ['fund.write', 'offices'],
};
