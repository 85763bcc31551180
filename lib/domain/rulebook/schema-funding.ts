import { z } from 'zod';
import { bilingual, clauseId, percent } from './schema-parts';

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

/** What the ledger asks of money; since 2020.3, read through ledgerRulesOf(). */
export const ledgerRulesSchema = z.strictObject({
  // 专款专用: what money with a purpose pays. items: codes of the menu, none named: every item; fees: also design, supervision, audit.
  earmarks: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z][A-Za-z]+$/),
      ...bilingual,
      items: z.array(z.string()),
      fees: z.boolean(),
      clause: clauseId,
    }),
  ),
  // sources that are the government's own money
  fiscal: z.array(sourceCode).min(1),
  // sources whose money comes through the prefecture: it pays on the approved estimate
  throughPrefecture: z.array(z.strictObject({ source: sourceCode, kinds: z.array(z.string()), clause: clauseId })),
  // the stage that must be complete before anything is paid
  paysAfterStage: z.strictObject({ stage: z.int().min(1).max(10), clause: clauseId }),
  // 序时进度: so many percentage points behind the share of the year that is over
  spending: z.strictObject({ warnPoints: percent, alarmPoints: percent, clause: clauseId }),
  // received and not paid for so many days
  idle: z.strictObject({ days: z.int().min(1), clause: clauseId }),
});

export const COST_PARTS = ['whole', 'civilWorks', 'residentShare', 'rest'] as const;
const inSource = { source: sourceCode, kind: z.string().nullable() };

/** Who pays for which planned item; since 2020.3, read through apportionmentOf(). */
export const apportionmentSchema = z.strictObject({
  // The first row that fits an item decides. items: codes of the menu, none named: every item; necessity, method: null is whichever.
  rows: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][A-Za-z]+$/),
        ...bilingual,
        items: z.array(z.string()),
        necessity: z.enum(['required', 'improvement']).nullable(),
        method: z.enum(['overhead', 'underground']).nullable(),
        // of: which part of the cost; asPlanned: the payer that the plan names comes first; sharing: the line of funding.sharing that it is
        parts: z
          .array(
            z.strictObject({
              of: z.enum(COST_PARTS),
              ...inSource,
              sharing: z.string().nullable(),
              asPlanned: z.boolean(),
              clause: clauseId,
            }),
          )
          .min(1)
          .max(2),
      }),
    )
    .min(1),
  // what the government pays and no other money covers
  government: z.strictObject(inSource),
  // sources that may cover the government's part
  coveredBy: z.array(sourceCode).min(1),
  // former 三供一业 housing: takes what would be the government's
  formerUnit: z.strictObject({ ...inSource, sharing: z.string(), clause: clauseId }),
  // what the county gives to pipeline companies for their part
  subsidy: z.strictObject({ ...inSource, sharing: z.string(), clause: clauseId }),
  // a payer that a plan names by its source alone, where that source has kinds
  plannedKinds: z.array(z.strictObject({ source: sourceCode, kind: z.string() })),
});

export type Apportionment = z.infer<typeof apportionmentSchema>;
export type ApportionmentRow = Apportionment['rows'][number];
export type LedgerRules = z.infer<typeof ledgerRulesSchema>;
export type Earmark = LedgerRules['earmarks'][number];
export type FundingRules = z.infer<typeof fundingSchema>;
export type FundingSource = (typeof FUNDING_SOURCES)[number];
