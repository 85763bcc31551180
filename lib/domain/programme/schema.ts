import { z } from 'zod';
import { weightsField } from '../annual/schema';
import { isCalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';

/** Code of one of the rule book's vote tests; null: as the rule book names it for each round. */
const voteTestField = z.string().trim().min(1).max(60).nullable().optional();

const dateField = z.string().refine(isCalendarDate, { error: 'date.unreadable' });

export const programmeYearCreateSchema = z.strictObject({
  year: z.int().min(2019).max(2100),
  rulebookId: idField,
  campaignId: idField.nullable().optional(),
  targetShare: z.int().min(0).max(100),
  startBy: dateField,
  completeBy: dateField,
  reportDay: z.int().min(1).max(28).default(5),
  voteTest: voteTestField,
  /** null: as the rule book weighs */
  rankingWeights: weightsField.nullable().optional(),
  current: z.boolean().default(false),
});

/** The year and its rule book stay: a new version never re-judges an old year (domain.md §10). */
export const programmeYearUpdateSchema = z.strictObject({
  campaignId: idField.nullable().optional(),
  targetShare: z.int().min(0).max(100).optional(),
  startBy: dateField.optional(),
  completeBy: dateField.optional(),
  reportDay: z.int().min(1).max(28).optional(),
  voteTest: voteTestField,
  /** null: as the rule book weighs */
  rankingWeights: weightsField.nullable().optional(),
  current: z.boolean().optional(),
});

export const campaignCreateSchema = z.strictObject({ name: textField(80), opensOn: dateField, closesOn: dateField });

export const baselineFreezeSchema = z.strictObject({ baselineOn: dateField, documentNo: textField(80) });

const deltaField = z.int().min(-99_999).max(99_999);

export const baselineAmendSchema = z.strictObject({
  countyId: idField,
  compoundsDelta: deltaField,
  buildingsDelta: deltaField,
  householdsDelta: z.int().min(-9_999_999).max(9_999_999),
  // Square metres as decimal text, perhaps negative, into 0.01 m².
  floorAreaDelta: z
    .string()
    .regex(/^-?\d{1,9}(\.\d{1,2})?$/, { error: 'area.unreadable' })
    .transform((text) => parseHundredths(text) ?? 0n),
  documentNo: textField(80),
  documentOn: dateField,
  reason: textField(500),
  fileId: idField.nullable().optional(),
});

export type ProgrammeYearCreate = z.infer<typeof programmeYearCreateSchema>;
export type ProgrammeYearUpdate = z.infer<typeof programmeYearUpdateSchema>;
export type BaselineAmend = z.infer<typeof baselineAmendSchema>;
