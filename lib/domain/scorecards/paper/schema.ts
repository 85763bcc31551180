import { z } from 'zod';
import { ANNEX_FORMS } from './annex';

/** printed: the annex's own columns. all: with 复核分 and 审议分. */
export const annexQuery = z.strictObject({
  form: z.enum(ANNEX_FORMS).default('printed').describe('printed：附件原表，自评分；all：自评分、复核分、审议分并列'),
});

/** The page that prints a county's form. */
export const printQuery = annexQuery.extend({ year: z.coerce.number().int().min(2000).max(2100).optional() });
