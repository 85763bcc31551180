export const COMPLAINT_KINDS = ['complaint', 'opinion'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** How it came in; the public page's come in by themselves, the office enters the others. */
export const CHANNELS = ['page', 'phone', 'visit', 'letter', 'transferred'] as const;
export type Channel = (typeof CHANNELS)[number];
export const ENTERED_CHANNELS = ['phone', 'visit', 'letter', 'transferred'] as const;

export const STATUSES = ['received', 'assigned', 'answered', 'closed', 'notAccepted', 'transferred', 'merged'] as const;
export type Status = (typeof STATUSES)[number];

/** Who is to look into it and draft the answer. */
export const ASSIGNEE_KINDS = ['bureau', 'town', 'community', 'entity', 'supervisor'] as const;
export type AssigneeKind = (typeof ASSIGNEE_KINDS)[number];

export const EVENT_KINDS = [
  'received',
  'assigned',
  'drafted',
  'answered',
  'reopened',
  'merged',
  'joined',
  'separated',
  'closed',
  'notAccepted',
  'transferred',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Said by the complainant, or nobody said anything until the time to ask again was over. */
export const CLOSE_OUTCOMES = ['content', 'quiet'] as const;
export type CloseOutcome = (typeof CLOSE_OUTCOMES)[number];
