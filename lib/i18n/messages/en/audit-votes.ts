/** What the votes are called in the audit. */
export const entities = {
  scheme: 'Scheme',
  scheme_part: 'Part of a scheme',
  vote_round: 'Round',
  ballot: 'Ballot',
  ballot_check: 'Check of a ballot',
  vote_form: 'Opinion form',
  door_visit: 'Door visit',
  call_back: 'Call back',
} as const;

export const fields = {
  round: 'Vote',
  attempt: 'Attempt',
  test: 'Deciding test',
  planned_close_on: 'Planned to close',
  roll_hash: 'Hash of the roll',
  roll_households: 'Households of the roll',
  roll_area: 'Area of the roll',
  roll_voters: 'Owners of the roll',
  opened_at: 'Opened',
  closed_at: 'Closed',
  certified_at: 'Certified',
  outcome: 'Outcome',
  cancelled_at: 'Cancelled',
  cancelled_reason: 'Reason of cancelling',
  provisional: 'Provisional result',
  result: 'Certified result',
  choice: 'Opinion',
  channel: 'Channel',
  form_no: 'Form number',
  proxy_name: 'Proxy',
  wanted: 'Wishes',
  problems: 'Problems',
  collector: 'Collected by',
  collected_at: 'Collected',
  device_at: 'Clock of the phone',
  source: 'Recorded through',
  recorded_at: 'Recorded',
  seq: 'Link of the chain',
  hash: 'Hash',
  verdict: 'Verdict',
  checked_at: 'Checked',
  batch: 'Batch',
  serial: 'Serial',
  printed_at: 'Printed',
  void_at: 'Voided',
  void_reason: 'Reason of voiding',
  visited_on: 'Visited on',
  drawn_at: 'Drawn',
  called_at: 'Called',
  no: 'Version',
  title: 'Title',
  estimate: 'Estimate (fen)',
  owners_share: "Owners' share (fen)",
  share_rule: 'Sharing',
  summary: 'Content',
  part: 'Part',
  finalized_at: 'Finalised',
  vote_test: 'Deciding vote test',
} as const;

export const values = {
  vote_round: {
    status: {
      draft: 'Draft',
      open: 'Open',
      closed: 'Closed',
      certified: 'Certified',
      cancelled: 'Cancelled',
    },
    outcome: {
      passed: 'Passed',
      failed: 'Not passed',
    },
  },
  ballot: {
    choice: {
      agree: 'Agree',
      disagree: 'Disagree',
      abstain: 'Abstain',
    },
    channel: {
      paper: 'Paper form',
      door: 'At the door',
      meeting: 'Meeting',
      online: 'Online',
    },
    kind: {
      recorded: 'Recorded',
      corrected: 'Corrected',
      annulled: 'Annulled',
      noted: 'Kept, not counted',
    },
    source: {
      single: 'One by one',
      many: 'Many at once',
      sheet: 'Sheet',
      offline: 'Offline',
      objection: 'Objection',
    },
  },
  ballot_check: {
    verdict: {
      right: 'Right',
      wrong: 'Wrong',
    },
  },
  door_visit: {
    outcome: {
      to_visit: 'To visit',
      nobody_in: 'Nobody in',
      visited: 'Visited',
    },
  },
  call_back: {
    outcome: {
      confirmed: 'Confirmed',
      denied: 'Denied',
      unreachable: 'Not reached',
    },
  },
  scheme: {
    status: {
      draft: 'Draft',
      final: 'Final',
    },
    share_rule: {
      area: 'By exclusive area',
      household: 'Equal per household',
    },
  },
} as const;

export const actions = {
  scheme: {
    create: 'made a scheme',
    update: 'changed a scheme',
    part: 'wrote a part of a scheme',
    finalize: 'finalised a scheme',
  },
  vote: {
    create: 'started a vote',
    update: 'changed a round',
    open: 'opened a vote',
    close: 'closed a vote',
    certify: 'certified a result',
    cancel: 'cancelled a round',
    record: 'recorded ballots',
    annul: 'annulled a ballot',
    check: 'checked ballots',
    visit: 'recorded door visits',
    call_back: 'recorded a call back',
    print_forms: 'printed opinion forms',
  },
} as const;
