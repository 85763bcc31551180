/** What inspections are called in the audit. */
export const entities = {
  inspection: 'Inspection',
  inspection_check: 'Check point',
  inspection_photo: 'Photo of an inspection',
  stop_work: 'Stop-work note',
  stop_work_finding: 'Finding of a stop-work note',
} as const;

export const fields = {
  level: 'Level',
  kinds: 'Kinds',
  inspected_on: 'Inspected on',
  participants: 'Participants',
  device_at: 'Time as the device stated it',
  check_code: 'Check point',
  sighting: 'Beside earlier findings',
  repeat_no: 'Which time it came',
  times_seen: 'Times seen',
  issued_on: 'Issued on',
  lifted_on: 'Lifted on',
  lift_reason: 'Reason for lifting',
} as const;

export const actions = {
  inspection: { create: 'Record an inspection' },
  stopWork: { issue: 'Issue a stop-work note', lift: 'Lift a stop-work note' },
} as const;
