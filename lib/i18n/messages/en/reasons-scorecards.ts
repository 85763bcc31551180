/** What a record says for or against a criterion (lib/domain/scorecards/measures). */
export default {
  countySurveyed: {
    met: '{count} compounds surveyed, {eligible} of them eligible.',
    unmet: 'No compound was surveyed yet.',
  },
  eligible: { met: 'Found eligible by the survey.', unmet: 'Not found eligible by the survey.' },
  annualPlan: {
    met: 'The annual plan of {year} (version {no}) sets {count} compounds.',
    unmet: 'The annual plan of {year} is not confirmed, or sets this county nothing.',
  },
  compoundPlan: { met: 'The compound plan is final.', unmet: 'The compound plan is not final.' },
  buildingPlans: {
    met: 'All {buildings} buildings have their plan.',
    unmet: '{planned} of {buildings} buildings have a final plan.',
  },
  applied: {
    met: 'Application received on {on}, not after {due}.',
    late: 'Application received on {on}, due on {due}.',
    none: 'No accepted application; it was due on {due}.',
  },
  leadingGroup: {
    met: '{no} ({on}), headed by {head}, {headPost}.',
    noFile: '{no} ({on}) has no file.',
    none: 'No document of a leading group was recorded.',
  },
  payments: {
    met: '{count} payments, all with contract, items and a second person.',
    unmet: '{found} of {count} payments have contract, items and a second person.',
  },
  vouchers: {
    met: 'All {count} entries have voucher number and file.',
    unmet: '{found} of {count} entries have their voucher file.',
  },
  money: { met: '{amount} yuan received.', unmet: 'Nothing received.' },
  started: {
    met: 'Start reported on {on}, not after {due}.',
    late: 'Start reported on {on}, due on {due}.',
    none: 'No start reported; due on {due}.',
  },
  reviewed: {
    met: 'The preliminary design passed the technical review.',
    unmet: 'In stage {stage}; the preliminary design has not passed the technical review.',
  },
  procedures: {
    met: 'All stages before construction complete on {ready}, work began on {on}.',
    late: 'Work began on {on}; the stages before it were complete on {ready} only.',
    open: 'Work began on {on} while the project is in stage {stage}.',
  },
  completed: {
    met: 'Completion received on {on}, accepted.',
    unmet: 'No accepted completion report; in stage {stage}.',
  },
  onTime: {
    met: 'Completion received on {on}, not after {due}.',
    late: 'Completion received on {on}, due on {due}.',
    none: 'No accepted completion report; due on {due}.',
  },
  accepted: { met: 'Accepted as qualified, stage 9 complete.', unmet: 'In stage {stage}; not accepted yet.' },
  facilities: {
    met: '{found} public facilities improved.',
    unmet: '{found} public facilities improved, at least {least} are asked for.',
  },
  itemPlanned: { met: 'In the final plan of: {names}.', unmet: 'Not in a final plan.' },
  contract: { met: 'There is such a contract.', unmet: 'There is no such contract.' },
  inspected: { met: '{count} inspections.', unmet: 'Never inspected.' },
  gap: {
    met: 'Never longer than {days} days without an inspection; {most} are allowed.',
    unmet: '{days} days without an inspection; {most} are allowed.',
  },
  findings: {
    met: 'None of {count} findings went past its limit.',
    late: '{late} of {count} findings went past their limit.',
  },
  supervision: { met: 'Answered on {on}, not after {due}.', late: 'Not answered by {due}.' },
  reports: { met: 'All {count} monthly reports in time.', late: '{found} of {count} monthly reports in time.' },
  month: {
    met: 'Sent on {on}, not after {due}.',
    late: 'Sent on {on}, due on {due}.',
    none: 'Not sent; due on {due}.',
  },
  rounds: { met: 'Both rounds certified as passed.', unmet: 'Round {rounds} not certified as passed.' },
  notices: {
    met: 'Plan, content and result were published.',
    list: '{found} of {count} kinds of notice complete; the project list is missing.',
    plan: '{found} of {count} kinds of notice complete; plan or design is missing.',
    design: '{found} of {count} kinds of notice complete; the design is missing.',
    result: '{found} of {count} kinds of notice complete; the result is missing.',
  },
  complaint: { met: 'Answered on {on}, not after {due}.', late: 'Not answered by {due}.' },
  satisfied: {
    asked: '{satisfied} of {households} households satisfied.',
    none: 'No closed survey; none of {households} households counts as satisfied.',
  },
  property: { met: 'Property service: {name}.', unmet: 'No property service after renovation was recorded.' },
  news: { met: '{on}.' },
  veto: {
    graveOpen: '{count} grave findings are open.',
    stopped: '{count} stop-work notes stand.',
    acceptancesFailed: '{count} acceptances failed.',
  },
} as const;
