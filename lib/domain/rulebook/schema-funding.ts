import { z } from 'zod';
import { bilingual, clauseId } from './schema-parts';

export const FUNDING_SOURCES = [
  'central',
  'local',
  'pipeline',
  'residents',
  'originalUnit',
  'bonds',
  'social',
  'other',
] as const;

const sourceCode = z.enum(FUNDING_SOURCES);

/** P四(二): seven sources, 包括但不限于, so 其他 stands beside them. */
export const fundingSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      code: sourceCode,
      ...bilingual,
      number: z.int().min(1).max(8),
      kinds: z.array(z.strictObject({ code: z.string(), ...bilingual, perHousehold: z.boolean() })),
      clause: clauseId,
    }),
  ),
  // Who pays, by rule: a suggestion that the county bureau may change with a reason.
  sharing: z.array(
    z.strictObject({
      code: z.string(),
      work: z.string().min(1),
      workEn: z.string().min(1),
      pays: z.array(sourceCode).min(1),
      countsAsFiscal: z.boolean(),
      clause: clauseId,
    }),
  ),
});

export type FundingRules = z.infer<typeof fundingSchema>;
export type FundingSource = (typeof FUNDING_SOURCES)[number];
