import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date';

export const clauseId = z.string().min(1).max(60);
export const year = z.int().min(1900).max(2200);
export const percent = z.int().min(0).max(100);
export const dateText = z.string().refine(isCalendarDate, { error: 'not a calendar date' });
export const ratioSchema = z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) });

/** The official Chinese wording, verbatim, and an English one beside it. */
export const bilingual = { name: z.string().min(1), nameEn: z.string().min(1) };
