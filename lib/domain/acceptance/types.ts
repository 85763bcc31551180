export const OPINIONS = ['agree', 'conditions', 'disagree'] as const;
export type Opinion = (typeof OPINIONS)[number];
export const ACCEPTANCE_STATUSES = ['draft', 'passed', 'failed'] as const;
export type AcceptanceStatus = (typeof ACCEPTANCE_STATUSES)[number];
