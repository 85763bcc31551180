import type { Line, PageEntry } from './lines';

/** 资金下达、县级分配、闲置与缺口: of whole counties, so for the bodies; a county reads of a batch what is its own. */
export const ALLOCATION_PAGES: Record<string, PageEntry> = {
  '/funds/batches': { may: 'fund.read' },
  '/funds/batches/[id]': { may: 'fund.read', of: 'GET /funds/batches/{id}' },
  '/funds/pool': { may: 'fund.write' },
  '/funds/watch': { may: 'fund.read', narrowed: ['county'] },
};

export const ALLOCATION_OPERATIONS: Record<string, Line> = {
  'GET /funds/batches': ['fund.read', 'territory'],
  'POST /funds/batches': ['fund.allocate', 'prefecture'],
  'GET /funds/batches/{id}': ['fund.read', 'offices'],
  'PATCH /funds/batches/{id}': ['fund.allocate', 'prefecture'],
  'GET /funds/batches/{id}/docx': ['fund.read', 'offices'],
  'POST /funds/batches/{id}/discard': ['fund.allocate', 'prefecture'],
  'POST /funds/batches/{id}/issue': ['fund.allocate', 'prefecture'],
  'PUT /funds/batches/{id}/lines': ['fund.allocate', 'prefecture'],
  'POST /funds/batches/{id}/lines/{lineId}/reverse': ['fund.allocate', 'prefecture'],
  'POST /funds/batches/{id}/suggest': ['fund.allocate', 'prefecture'],
  'GET /funds/idle': ['fund.read', 'territory'],
  'GET /funds/pace': ['fund.read', 'territory'],
  'GET /funds/pool': ['fund.write', 'territory'],
  'POST /funds/pool/assign': ['fund.write', 'territory'],
  'GET /funds/shortages': ['fund.read', 'territory'],
  'GET /funds/watch.xlsx': ['fund.read', 'territory'],
};
