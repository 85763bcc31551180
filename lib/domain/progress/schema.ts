import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';
import { MILESTONE_KINDS } from './milestones';
import { isReportMonth, type ReportMonth } from './report-month';

const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);
/** 'YYYY-MM' */
export const monthField = z
  .string()
  .refine(isReportMonth, { error: 'report.monthUnreadable' })
  .transform((text) => text as ReportMonth);
/** Yuan as decimal text, from nothing up to 10^11, into integer fen. */
const investment = z
  .string()
  .trim()
  .regex(/^\d{1,11}(\.\d{1,2})?$/, { error: 'money.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);

const people = z.int().min(0).max(99_999);
const problems = textField(2_000).nullable();
const items = z
  .array(
    z.strictObject({
      compoundId: idField,
      buildingId: idField.nullable().default(null),
      item: z.string().regex(/^[BC]-[RI]\d{2}$/),
      /** whole percent; whether it is between 0 and 100 the rule says, with the item's name */
      percent: z.int().min(-1_000).max(1_000),
      backReason: textField(200).nullable().default(null),
    }),
  )
  .max(5_000);

export const reportInput = z.strictObject({
  investment,
  people,
  problems: problems.default(null),
  items,
  photos: z.array(idField).max(60).default([]),
});
export type ReportInput = z.output<typeof reportInput>;

/** What a filled workbook would change, project by project: what is not named stays. */
export const monthImportInput = z.strictObject({
  reports: z
    .array(
      z.strictObject({
        project: idField,
        version: z.int().min(0).describe('读表时草稿的版本，还没有保存过的为 0'),
        investment: investment.optional(),
        people: people.optional(),
        problems: problems.optional(),
        items: items.default([]),
      }),
    )
    .min(1)
    .max(500),
});
export type MonthImport = z.output<typeof monthImportInput>;

/** Of which county: the prefecture says so, everybody else has one. */
export const countyQuery = z.strictObject({ county: idField.optional() });

export const returnInput = z.strictObject({
  material: z.boolean(),
  remarks: z
    .array(z.strictObject({ field: z.string().regex(/^[a-zA-Z0-9.-]{1,120}$/), text: textField(300) }))
    .max(200),
});
export type ReportReturn = z.output<typeof returnInput>;

export const correctionInput = z.strictObject({ reason: textField(500) });
export const correctionAnswer = z.strictObject({ granted: z.boolean(), note: textField(500).optional() });
export type CorrectionAnswerInput = z.output<typeof correctionAnswer>;

export const milestoneInput = z.strictObject({
  kind: z.enum(MILESTONE_KINDS),
  compoundId: idField.nullable().default(null),
  actualOn: day,
  statedOn: day,
  note: textField(300).optional(),
  fileId: idField.optional(),
});
export type MilestoneBody = z.output<typeof milestoneInput>;

export const milestoneDecision = z.strictObject({
  accept: z.boolean(),
  material: z.boolean().default(false),
  remark: textField(300).optional(),
});
export type MilestoneDecision = z.output<typeof milestoneDecision>;

export const summaryInput = z.strictObject({ filler: textField(40), reviewer: textField(40), signer: textField(40) });
export type SummaryInput = z.output<typeof summaryInput>;

export const outageInput = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  reason: textField(200),
});
export type OutageInput = z.output<typeof outageInput>;

/** Which month, of which county. */
export const progressQuery = z.strictObject({ month: monthField.optional(), county: idField.optional() });
export type ProgressQuery = z.output<typeof progressQuery>;
