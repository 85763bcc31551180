import { z } from 'zod';
import { NEWS_LEVELS } from './schema-news';
import { bilingual, clauseId, percent } from './schema-parts';

const itemCode = z.string().regex(/^[BC]-[RI]\d{2}$/);
const hundredths = z.int().min(0).max(100_000);

/** Measures that need nothing besides the facts; a ratio of the template names one of them. */
export const PLAIN_MEASURES = [
  'countySurveyed',
  'eligibleCompounds',
  'annualPlan',
  'compoundPlans',
  'buildingPlans',
  'appliedInTime',
  'paymentsInOrder',
  'vouchers',
  'leadingGroup',
  'startedInTime',
  'technicalReview',
  'proceduresFirst',
  'inspected',
  'findingsInTime',
  'supervisionsInTime',
  'reportsInTime',
  'countyMonths',
  'completedCompounds',
  'onTimeCompounds',
  'acceptedCompounds',
  'complaintsInTime',
  'satisfiedHouseholds',
  'propertyService',
] as const;

/** What is looked at, row by row. Each is one function of the facts (lib/domain/scorecards/measures). */
const measureSchema = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.enum(PLAIN_MEASURES) }),
  z.strictObject({
    measure: z.literal('moneyReceived'),
    from: z.array(z.strictObject({ source: z.string(), kind: z.string().nullable() })).min(1),
  }),
  z.strictObject({ measure: z.literal('inspectionGaps'), days: z.int().min(1).max(3_650) }),
  z.strictObject({ measure: z.literal('roundsPassed'), rounds: z.array(z.int().min(1).max(2)).min(1) }),
  z.strictObject({
    measure: z.literal('noticesComplete'),
    kinds: z.array(z.array(z.enum(['list', 'plan', 'design', 'result'])).min(1)).min(1),
  }),
  z.strictObject({ measure: z.literal('itemPlanned'), items: z.array(itemCode).min(1) }),
  z.strictObject({ measure: z.literal('contractOf'), kinds: z.array(z.string()).min(1) }),
  z.strictObject({
    measure: z.literal('facilitiesDone'),
    scope: z.enum(['building', 'compound']),
    least: z.int().min(1),
  }),
  z.strictObject({
    measure: z.literal('news'),
    counts: z.array(z.strictObject({ kinds: z.array(z.string()).min(1), from: z.enum(NEWS_LEVELS) })).min(1),
  }),
]);

/** every: all rows, and at least one unless `orNone`. some: at least `atLeast` rows. percent: so many of all that the rows count. */
const ruleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('every'), orNone: z.boolean() }),
  z.strictObject({ rule: z.literal('some'), atLeast: z.int().min(1) }),
  z.strictObject({ rule: z.literal('percent'), atLeast: percent }),
]);

const testSchema = z.strictObject({ of: measureSchema, holds: ruleSchema });

/** How the criteria of the scorecard are reckoned from the records (domain.md §8), and what its result is used for. */
export const scoringSchema = z.strictObject({
  clause: clauseId,
  /** of an all-or-nothing criterion: tests that must all hold. */
  criteria: z.array(z.strictObject({ criterion: z.string(), tests: z.array(testSchema).min(1), clause: clauseId })),
  /** of a graded criterion: what its percent is of. Ratios name their measure in the template itself. */
  graded: z.array(z.strictObject({ criterion: z.string(), of: measureSchema })),
  vetoes: z.array(
    z.strictObject({
      code: z.string(),
      /** which records speak for it; none: only people can know */
      signs: z.array(z.enum(['targetMissed', 'complaintsLate', 'graveFindings', 'worksStopped', 'acceptanceFailed'])),
    }),
  ),
  /** days in which a county may dispute what the review gave it */
  disputeDays: z.int().min(1).max(90),
  dispute: z.strictObject({ clause: clauseId }),
  /** of a county with this grade, in next year's ranking: points of 100 added to each of its applications, in hundredths */
  preference: z.strictObject({ grade: z.string(), points: hundredths, clause: clauseId }),
  /** how reward money is suggested: by weight of the grade × total points × completed compounds */
  reward: z.strictObject({
    weights: z.array(z.strictObject({ grade: z.string(), weight: z.int().min(1).max(100) })).min(1),
    clause: clauseId,
  }),
  sanctions: z.array(z.strictObject({ code: z.string(), ...bilingual, clause: clauseId })).min(1),
});

export type Scoring = z.infer<typeof scoringSchema>;
export type ScoreTest = z.infer<typeof testSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type MeasureCode = Measure['measure'];
