import { z } from 'zod';
import { wordsOf } from '../complaints/plain-text';
import { idField, textField } from '../kernel/input';
import { WAYS } from './types';

export const surveyOpen = z.strictObject({ compoundId: idField });
export const surveyAnswer = z.strictObject({
  householdId: idField,
  answer: z.string().regex(/^[a-z][A-Za-z]{0,40}$/),
  how: z.enum(WAYS),
  /** why not satisfied: kept apart from the household like the answer itself */
  words: wordsOf(300).optional(),
});
export type SurveyAnswer = z.output<typeof surveyAnswer>;
export const surveyCancel = z.strictObject({ reason: textField(200) });

export const yearQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  county: idField.optional(),
});
export type YearQuery = z.output<typeof yearQuery>;
