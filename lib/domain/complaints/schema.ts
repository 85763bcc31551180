import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { wordsOf } from './plain-text';
import { ASSIGNEE_KINDS, CLOSE_OUTCOMES, COMPLAINT_KINDS, ENTERED_CHANNELS } from './types';

const MOST_WORDS = 2_000;
const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);
const kind = z.enum(COMPLAINT_KINDS);
const subject = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const content = wordsOf(MOST_WORDS);
const contact = textField(60).optional();

/** What somebody said on the telephone, at the desk, by letter, or to another office. */
export const complaintEnter = z.strictObject({
  kind,
  subject,
  channel: z.enum(ENTERED_CHANNELS),
  content,
  contact,
  receivedOn: day,
  compoundId: idField.optional(),
  projectId: idField.optional(),
  noticeId: idField.optional(),
});
export type ComplaintEnter = z.output<typeof complaintEnter>;

/** From people without an account. */
export const residentComplaint = z.strictObject({
  county: z.string().min(1).max(20),
  compoundId: idField.optional(),
  noticeId: idField.optional(),
  kind,
  subject,
  content,
  contact,
});
export type ResidentComplaint = z.output<typeof residentComplaint>;
export const residentReopen = z.strictObject({ code: z.string().max(60), words: wordsOf(1_000) });
export type ResidentReopen = z.output<typeof residentReopen>;

export const complaintAssign = z.strictObject({
  to: z.enum(ASSIGNEE_KINDS),
  unitId: idField.optional(),
  note: textField(500).optional(),
});
export type ComplaintAssign = z.output<typeof complaintAssign>;
export const complaintAnswer = z.strictObject({ answer: wordsOf(MOST_WORDS) });
export const complaintMerge = z.strictObject({ intoId: idField });
export const complaintClose = z.strictObject({ outcome: z.enum(CLOSE_OUTCOMES), note: textField(500).optional() });
export type ComplaintClose = z.output<typeof complaintClose>;
export const complaintReopen = z.strictObject({ words: wordsOf(1_000) });
export const complaintSeparate = z.strictObject({ reason: textField(200) });
export const complaintTurnAway = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('notAccepted'), words: wordsOf(1_000) }),
  z.strictObject({ how: z.literal('transferred'), to: textField(100), words: wordsOf(1_000) }),
]);
export type ComplaintTurnAway = z.output<typeof complaintTurnAway>;
export const contactReveal = z.strictObject({ reason: textField(200) });
