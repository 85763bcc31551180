/** What papers, acceptance and aftercare of a project are called in the audit. */
export const entities = {
  paper: 'paper of a project',
  acceptance: 'joint acceptance',
  acceptance_party: 'opinion at an acceptance',
  handover_item: 'line of a handover list',
  aftercare_check: 'later check',
} as const;

export const fields = {
  issued_on: 'date of issue',
  file_sha256: 'hash of the file',
  ended_reason: 'why withdrawn',
  held_on: 'held on',
  place: 'place',
  conclusion: 'conclusion',
  concluded_at: 'concluded at',
  party: 'party',
  person: 'signed by',
  opinion: 'opinion',
  what: 'what is handed over',
  warranty_until: 'warranty until',
  maintainer_kind: 'kind of maintainer',
  maintainer: 'maintained by',
  months: 'months after acceptance',
  due_on: 'due on',
  checked_on: 'checked on',
  final_account: 'final account',
  audited: 'audited sum',
  property_service: 'property company',
  property_service_reason: 'why no property company',
} as const;

export const actions = {
  paper: { file: 'Filed a paper', withdraw: 'Withdrew a paper' },
  acceptance: {
    start: 'Began an acceptance',
    update: 'Changed day or place of an acceptance',
    opinion: 'Recorded an opinion at an acceptance',
    retire: 'Took out an opinion at an acceptance',
    passed: 'Concluded an acceptance: passed',
    failed: 'Concluded an acceptance: not passed',
    account: 'Entered final account and audited sum',
  },
  handover: { add: 'Put on a handover list', update: 'Changed a handover list', retire: 'Took off a handover list' },
  aftercare: { check: 'Recorded a later check', property: 'Stated the property service' },
} as const;
