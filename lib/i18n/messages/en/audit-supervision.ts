export const entities = {
  supervision: 'Supervision notice',
  supervision_project: 'Supervised project',
  supervision_event: 'Course of a notice',
  news: 'News',
} as const;

export const fields = {
  news: 'News items',
  why: 'Why',
  demand: 'What is demanded',
  first_limit_on: 'First limit',
  reminders: 'Reminders',
  reminded_on: 'Last reminded',
  answered_late: 'Answered late',
  limit_from: 'Former limit',
  limit_to: 'New limit',
  late: 'Late',
  facts: 'As it was',
  happened_on: 'Day',
  medium: 'Kind of medium',
  outlet: 'Medium',
  link: 'Link',
  issuer: 'Issued by',
  participants: 'Took part',
  withdrawn_reason: 'Why withdrawn',
} as const;

export const actions = {
  supervision: {
    issue: 'Issued a supervision notice',
    answer: 'Answered a supervision notice',
    return: 'Returned an answer',
    prolong: 'Put off a limit',
    remind: 'Reminded the county',
    close: 'Closed a supervision notice',
    withdraw: 'Withdrew a supervision notice',
  },
  news: { file: 'Filed news', withdraw: 'Withdrew news' },
} as const;
