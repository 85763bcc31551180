import { z } from 'zod';

export const REMINDER_KINDS = [
  'yearStart',
  'yearComplete',
  'campaignIncomplete',
  'accountsUnused',
  'backupOverdue',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Something with a day that the office must not miss: of a county, or of the prefecture itself. */
export const reminderFact = z.strictObject({
  kind: z.enum(REMINDER_KINDS),
  /** what it is about: an id, or the day that a group was made on */
  subject: z.string().min(1),
  prefectureId: z.uuid(),
  countyId: z.uuid().nullable(),
  on: z.iso.date(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type ReminderFact = z.infer<typeof reminderFact>;

/** How near: so many days before ('30' … '0'), or past. A fact is told once at each of its marks. */
export type Mark = `${number}` | 'late';
export type Reminder = ReminderFact & { mark: Mark };
