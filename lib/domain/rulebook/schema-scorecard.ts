import { z } from 'zod';
import { bilingual, clauseId, percent } from './schema-parts';

const points = z.int().min(0).max(100);

const criterionBase = { id: z.string(), text: z.string().min(1), textEn: z.string().min(1), points, clause: clauseId };

const criterionSchema = z.discriminatedUnion('award', [
  z.strictObject({
    award: z.literal('all-or-nothing'),
    ...criterionBase,
    proof: z.enum(['computed', 'attested', 'mixed']),
  }),
  z.strictObject({
    award: z.literal('ratio'),
    ...criterionBase,
    proof: z.literal('computed'),
    part: z.string(),
    whole: z.string(),
  }),
  z.strictObject({
    award: z.literal('graded'),
    ...criterionBase,
    proof: z.literal('computed'),
    steps: z.array(z.strictObject({ fromPercent: percent, points })).min(1),
  }),
  // 复核核定: awarded by the prefecture bureau in review with a reason, never given by itself.
  z.strictObject({ award: z.literal('review'), ...criterionBase, proof: z.literal('review') }),
]);

const indicatorSchema = z.strictObject({
  code: z.string(),
  ...bilingual,
  points,
  explanation: z.string().min(1),
  criteria: z.array(criterionSchema).min(1),
  clause: clauseId,
});

export const scorecardSchema = z.strictObject({
  title: z.string(),
  totalPoints: z.literal(100),
  groups: z.array(
    z.strictObject({ code: z.string(), ...bilingual, points, indicators: z.array(indicatorSchema).min(1) }),
  ),
  bonus: z.strictObject({ ...bilingual, cap: points, clause: clauseId }),
  vetoes: z.array(z.strictObject({ code: z.string(), ...bilingual, clause: clauseId })),
  grades: z.array(z.strictObject({ code: z.string(), ...bilingual, from: points, clause: clauseId })),
  remarks: z.array(z.string()),
});

export type Scorecard = z.infer<typeof scorecardSchema>;
export type ScorecardCriterion = z.infer<typeof criterionSchema>;
