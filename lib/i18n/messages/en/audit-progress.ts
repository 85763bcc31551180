/** What monthly reports, starts and completions are called in the audit. */
export const entities = {
  progress_sending: 'Report sent',
  progress_decision: 'Review of a report',
  progress_correction: 'Request for a correction',
  milestone: 'Start or completion',
  county_month: 'Monthly summary of a county',
  outage: 'Outage of the system',
} as const;

export const fields = {
  month: 'Month',
  percentages: 'Percentages filled in',
  content: 'What was sent',
  verdict: 'Verdict',
  material: 'Material correction',
  remark: 'Why it was returned',
  first_received_at: 'First received',
  received_at: 'Received',
  filler: 'Filled in by',
  reviewer: 'Reviewed by',
  signer: 'Signed by',
  from_at: 'Down from',
  to_at: 'Back at',
} as const;

export const actions = {
  report: {
    save: 'Keep a draft report',
    send: 'Send a monthly report',
    accept: 'Accept a monthly report',
    return: 'Return a monthly report',
    askCorrection: 'Ask for a correction',
    grantCorrection: 'Grant a correction',
    refuseCorrection: 'Refuse a correction',
    answerCorrection: 'Answer a request for a correction',
    import: 'Fill in reports from a workbook',
  },
  milestone: {
    report: 'Report a start or completion',
    accept: 'Accept a start or completion',
    return: 'Return a start or completion',
    decide: 'Decide on a start or completion',
  },
  summary: {
    send: 'Send the county’s monthly summary',
    accept: 'Accept a monthly summary',
    return: 'Return a monthly summary',
    decide: 'Decide on a monthly summary',
  },
  outage: { record: 'Record an outage', retire: 'Take back an outage' },
} as const;
