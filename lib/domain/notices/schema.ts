import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date';
import { hasControlCharacters, idField, textField } from '../kernel/input';
import { ballotInput } from '../votes/schema';
import { CHOICES } from '../votes/types';
import { NOTICE_KINDS, NOTICE_STATUSES, VERDICTS } from './types';

/** Most compounds that one list names. */
const MOST_COMPOUNDS = 500;

const listed = z
  .array(z.strictObject({ compoundId: idField, note: textField(40).nullable().optional() }))
  .min(1)
  .max(MOST_COMPOUNDS);
const title = textField(100);
const body = textField(8_000);
const issuer = textField(60);
const documentNo = textField(60).nullable().optional();
/** At least what the rule book says; more where the office wants it. */
const days = z.int().min(1).max(60);

/** What it is about; title and text are prefilled, and edited while it is a draft. */
export const noticeCreate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('list'), compounds: listed }),
  z.strictObject({ kind: z.literal('plan'), compoundId: idField }),
  z.strictObject({ kind: z.literal('design'), schemeId: idField }),
  z.strictObject({ kind: z.literal('result'), roundId: idField }),
]);
export const noticeUpdate = z.strictObject({
  title: title.optional(),
  documentNo,
  issuer: issuer.optional(),
  body: body.optional(),
  days: days.optional(),
  /** a list's */
  compounds: listed.optional(),
});
export const noticePhoto = z.strictObject({
  fileId: idField,
  place: textField(60),
  takenOn: z.string().refine(isCalendarDate, { error: 'date.unreadable' }).optional(),
});
export const noticeWithdraw = z.strictObject({ reason: textField(200) });

/** What a person writes: line breaks stay, empty ends go. */
const content = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((text) => !hasControlCharacters(text), { error: 'input.controlCharacters' });
const contact = textField(60).optional();

/** A ballot that was handed in before closing and never recorded: as it would have been recorded then. */
const handedIn = ballotInput
  .pick({
    choice: true,
    channel: true,
    formNo: true,
    photoFileId: true,
    proxy: true,
    collector: true,
    collectedAt: true,
  })
  .extend({ change: z.literal('record') });

export const objectionEnter = z.strictObject({ content, contact, householdId: idField.optional() });
export const objectionAnswer = z.strictObject({
  verdict: z.enum(VERDICTS),
  reply: textField(1_000),
  /** what an upheld one does with the household's ballot */
  ballot: z
    .discriminatedUnion('change', [
      z.strictObject({ change: z.literal('annul') }),
      z.strictObject({ change: z.literal('correct'), choice: z.enum(CHOICES) }),
      handedIn,
    ])
    .optional(),
});
export const contactReveal = z.strictObject({ reason: textField(200) });

/** From people without an account. */
export const residentObjection = z.strictObject({ content, contact });
export const receiptObjection = z.strictObject({ code: z.string().max(60), content, contact });

export const noticeListQuery = z.strictObject({
  q: z.string().trim().max(100).optional().describe('标题、文号'),
  kind: z.enum(NOTICE_KINDS).optional(),
  status: z.enum(NOTICE_STATUSES).optional(),
  compound: idField.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(400).optional(),
});

export type NoticeCreate = z.output<typeof noticeCreate>;
export type NoticeUpdate = z.output<typeof noticeUpdate>;
export type NoticePhotoInput = z.output<typeof noticePhoto>;
export type ObjectionEnter = z.output<typeof objectionEnter>;
export type ObjectionAnswer = z.output<typeof objectionAnswer>;
export type HandedIn = z.output<typeof handedIn>;
export type ResidentObjection = z.output<typeof residentObjection>;
export type NoticeListQuery = z.output<typeof noticeListQuery>;
