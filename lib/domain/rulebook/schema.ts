import { z } from 'zod';
import { apportionmentSchema, fundingSchema, ledgerRulesSchema } from './schema-funding';
import { bilingual, clauseId, dateText, percent, ratioSchema, year } from './schema-parts';
import { scorecardSchema } from './schema-scorecard';
import { scoringSchema } from './schema-scoring';
import { siteRulesSchema } from './schema-site';
import { workflowSchema } from './schema-workflow';

/** A sentence that a rule comes from: the policy's own words, a later law's, or a decision of this system where the policy is silent. */
const clauseSchema = z.strictObject({
  id: clauseId,
  clause: z.string().min(1),
  text: z.string().min(1),
  origin: z.enum(['policy', 'law', 'decision']),
});

export const DEFICIENCIES = [
  'facilitiesIncomplete',
  'environmentPoor',
  'managementMissing',
  'facilitiesBackward',
] as const;
export const EXCLUSIONS = ['inShantytownPlan', 'plannedDemolition', 'mainlySelfBuilt', 'urbanVillage'] as const;
export const CRITERIA = ['builtByCutOff', 'insideTown', 'legalTitle', 'deficient'] as const;

const entry = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.strictObject({ code: z.enum(codes), ...bilingual, clause: clauseId });

const eligibilitySchema = z.strictObject({
  cutOff: z.strictObject({ latestYear: year, yearRule: z.literal('most-floor-area'), clause: clauseId }),
  // 大姚县 2024: built later than the cut-off up to latestYear, for at most quotaPercent of the year's households.
  laterBuilt: z.strictObject({ latestYear: year, quotaPercent: percent, clause: clauseId }).nullable(),
  criteria: z.array(entry(CRITERIA)),
  deficiencies: z.array(entry(DEFICIENCIES)).min(1),
  minimumDeficiencies: z.int().min(0).max(4),
  exclusions: z.array(entry(EXCLUSIONS)),
});

const calendarSchema = z.strictObject({
  cumulativeTargets: z.array(z.strictObject({ year, percent, clause: clauseId })),
  years: z.array(z.strictObject({ year, startBy: dateText, completeBy: dateText, clause: clauseId })),
});

// 国办发〔2020〕23号: the second classification of every item, for national reporting.
const menuClass = z.enum(['基础类', '完善类', '提升类']);

const menuItemSchema = z.strictObject({
  code: z.string().regex(/^[BC]-[RI]\d{2}$/),
  key: z.string().regex(/^[a-z][A-Za-z]+$/),
  ...bilingual,
  scope: z.enum(['building', 'compound']),
  necessity: z.enum(['required', 'improvement']),
  class: menuClass,
  order: z.int().min(1).max(99),
  clause: clauseId,
});

const promiseSchema = z.strictObject({
  code: z.string(),
  ...bilingual,
  items: z.array(z.string()).min(1),
  helpedBy: z.array(z.string()),
  clause: clauseId,
});

const voteTestSchema = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('of-all'),
    code: z.string(),
    ...bilingual,
    households: ratioSchema,
    area: ratioSchema,
    clause: clauseId,
  }),
  z.strictObject({
    form: z.literal('of-participants'),
    code: z.string(),
    ...bilingual,
    participation: z.strictObject({ owners: ratioSchema, area: ratioSchema }),
    agreement: z.strictObject({ owners: ratioSchema, area: ratioSchema, strict: z.boolean() }),
    clause: clauseId,
  }),
]);

const stageSchema = z.strictObject({
  number: z.int().min(1).max(10),
  code: z.string(),
  ...bilingual,
  completedBy: z.array(z.string()).min(1),
  needs: z.array(z.strictObject({ code: z.string(), ...bilingual, clause: clauseId })).min(1),
  clause: clauseId,
});

const named = z.strictObject({ code: z.string(), ...bilingual, clause: clauseId });

export const rulebookSchema = z.strictObject({
  id: z.string(),
  code: z.string(),
  version: z.string(),
  title: z.string(),
  issuedBy: z.array(z.string()).min(1),
  effectiveFrom: dateText,
  effectiveTo: dateText.nullable(),
  clauses: z.array(clauseSchema),
  eligibility: eligibilitySchema,
  calendar: calendarSchema,
  menuClasses: z.array(z.strictObject({ code: menuClass, ...bilingual, clause: clauseId })),
  menu: z.array(menuItemSchema),
  promises: z.array(promiseSchema),
  sixHaves: z.array(named),
  votes: z.strictObject({
    rounds: z.array(
      z.strictObject({
        round: z.int().min(1).max(2),
        code: z.string(),
        ...bilingual,
        test: z.string(),
        clause: clauseId,
      }),
    ),
    tests: z.array(voteTestSchema).min(1),
    schemeParts: z.array(named),
  }),
  stages: z.array(stageSchema),
  /** since 2020.2; read it through workflowOf() */
  workflow: workflowSchema.optional(),
  greenChannel: z.strictObject({ clause: clauseId, unless: z.array(named), permitsSpared: z.array(named) }),
  implementingEntityKinds: z.array(named),
  funding: fundingSchema,
  /** since 2020.3; read it through ledgerRulesOf() */
  ledger: ledgerRulesSchema.optional(),
  /** since 2020.3; read it through apportionmentOf() */
  apportionment: apportionmentSchema.optional(),
  /** since 2020.4; read it through siteRulesOf() */
  site: siteRulesSchema.optional(),
  scorecard: scorecardSchema,
  /** since 2020.5; read it through scoringOf() */
  scoring: scoringSchema.optional(),
  notices: z.strictObject({ days: z.int().min(1).max(365), clause: clauseId }),
  schemeChange: z.strictObject({ tolerancePercent: percent, clause: clauseId }),
  callBack: z.strictObject({ percent, minimum: z.int().min(0), clause: clauseId }),
  ranking: z.array(z.strictObject({ code: z.string(), ...bilingual, weight: percent, clause: clauseId })),
  reporting: z.strictObject({ dueDay: z.int().min(1).max(28), clause: clauseId }),
  lights: z.strictObject({ withinDays: z.int().min(0), belowPercent: percent, clause: clauseId }),
  inspections: z.strictObject({ kinds: z.array(named) }),
  complaints: z.strictObject({ replyDays: z.int().min(1), clause: clauseId }),
});

export type Rulebook = z.infer<typeof rulebookSchema>;
export type RulebookClause = z.infer<typeof clauseSchema>;
export type MenuItem = z.infer<typeof menuItemSchema>;
export type VoteTest = z.infer<typeof voteTestSchema>;
export type StageRule = z.infer<typeof stageSchema>;
export type Deficiency = (typeof DEFICIENCIES)[number];
export type Exclusion = (typeof EXCLUSIONS)[number];
