/** What the plans are called in the audit. */
export const entities = {
  compound_plan: 'Plan of a compound',
  plan_item: 'Plan item',
  compound_have: 'Six haves',
} as const;

export const fields = {
  item: 'Item',
  answer: 'Answer',
  quantity: 'Quantity (0.01)',
  unit_cost: 'Unit cost (fen)',
  cost: 'Cost (fen)',
  payer: 'Payer',
  method: 'Method',
  resident_percent: 'Residents (%)',
  photo_sha256: 'Hash of the photo',
  have: 'Six haves',
  attested: 'Attested',
  attested_at: 'Attested at',
} as const;

export const actions = {
  plan: {
    create: 'Plan version made',
    update: 'Plan title or note changed',
    cells: 'Plan filled in',
    copy: 'Building plan copied',
    finalize: 'Plan made final',
    have: 'Six haves attested',
  },
} as const;
