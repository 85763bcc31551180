/** What complaints and satisfaction surveys are called in the audit. */
export const entities = {
  complaint: 'Complaint',
  complaint_event: 'History of a complaint',
  satisfaction_survey: 'Satisfaction survey',
} as const;

export const fields = {
  subject: 'Subject',
  content: 'Words',
  received_on: 'Received on',
  due_on: 'Answer due on',
  assigned_kind: 'Assigned to',
  draft: 'Drafted answer',
  answer: 'Answer',
  answered_on: 'Answered on',
  reopened_on: 'Opened again on',
  ended_on: 'Ended on',
  end_words: 'Said at the end',
  transferred_to: 'Passed on to',
  answered: 'Households that answered',
  satisfied: 'Satisfied households',
} as const;

export const actions = {
  complaint: {
    insert: 'A resident complained',
    update: 'A resident asked for another look',
    enter: 'Entered a complaint',
    assign: 'Assigned a complaint',
    draft: 'Drafted an answer to a complaint',
    answer: 'Answered a complaint',
    merge: 'Joined a complaint to another',
    separate: 'Separated a complaint',
    close: 'Closed a complaint',
    turnAway: 'Did not accept a complaint, or passed it on',
    reopen: 'Opened a complaint again',
    reveal: 'Saw how to reach a complainant',
  },
  complaint_event: { insert: 'A resident complained' },
  satisfaction: {
    open: 'Opened a satisfaction survey',
    record: 'Recorded an answer on satisfaction',
    close: 'Closed a satisfaction survey',
    cancel: 'Cancelled a satisfaction survey',
  },
} as const;
