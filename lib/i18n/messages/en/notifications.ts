export default {
  title: 'Messages',
  description:
    'What happened to your work: returned, accepted, allocated, supervised, assigned, and files that are ready. Kept for 180 days; what is to be done stands under To do.',
  filter: 'Filter',
  unread: 'Unread',
  all: 'All',
  new: 'Unread',
  read: 'Mark as read',
  readAll: 'Mark all as read',
  failed: 'It could not be marked as read, try again',
  empty: { unread: 'No unread messages', all: 'No messages yet' },
  emptyHint: 'When something is returned, accepted, allocated, supervised or assigned to you, it is told here.',
  older: 'Older messages',
  newest: 'Back to the newest',
  kinds: {
    report: {
      accepted: '{project}: the report of {month} was accepted',
      returned: '{project}: the report of {month} was returned, correct and send it again',
    },
    milestone: {
      accepted:
        '{project}{compound}: the {what, select, start {start of works} other {completion of works}} was accepted',
      returned:
        '{project}{compound}: the {what, select, start {start of works} other {completion of works}} was returned',
    },
    month: {
      accepted: 'The county’s summary of {month} was accepted',
      returned: 'The county’s summary of {month} was returned',
    },
    stage: { sentBack: '{project}: stage {stage} was sent back: {reason}' },
    plan: { confirmed: '{title} was confirmed ({no})' },
    batch: { issued: 'Money allocated: {title} ({no})' },
    supervision: {
      issued: 'Supervision notice: {title} ({no}), answer by {until}',
      reminded: 'Reminder of the supervision notice {title} ({no}), answer by {until}',
      answered: '{county} answered the supervision notice {title} ({no})',
      returned: 'The answer to {title} ({no}) was returned, answer again by {until}',
      prolonged: 'The limit of {title} ({no}) was moved to {until}',
      closed: 'The supervision notice {title} ({no}) was closed',
      withdrawn: 'The supervision notice {title} ({no}) was withdrawn',
    },
    complaint: { assigned: 'Complaint {no} was assigned to you, answer by {due}' },
    import: {
      mapping: 'Import “{file}”: say what its columns hold',
      previewed: 'Import “{file}” was read, look it through and confirm',
      applied: 'Import “{file}” is complete',
      failed: 'Import “{file}” was not completed, see why',
      refused: 'Import “{file}” can’t be used, see why',
    },
    export: { done: 'Your export is ready for download', failed: 'Your export was not completed, see why' },
    score: {
      submitted: '{county} submitted its self-scoring of {year}',
      returned: 'The self-scoring of {year} was returned',
      reviewed: 'The review of {year} is complete, dispute it until {until}',
      disputed: '{county} disputes the review of {year} ({criterion})',
      disputeAnswered: 'A dispute of {year} was answered ({criterion})',
      final: 'The scorecard of {year} is final',
    },
  },
} as const;
