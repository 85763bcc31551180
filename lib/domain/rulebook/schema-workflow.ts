import { z } from 'zod';
import { bilingual, clauseId } from './schema-parts';

const named = z.strictObject({ code: z.string(), ...bilingual, clause: clauseId });

/** What is done at a step: the report goes in, somebody looks at it, decides, takes it into the files, or the stage is complete. */
export const STEP_KINDS = ['submit', 'review', 'approve', 'report', 'receive', 'complete'] as const;

const stepSchema = z.strictObject({
  code: z.string(),
  ...bilingual,
  kind: z.enum(STEP_KINDS),
  /** roles, one of which takes the step; implementing_entity is whoever implements this project */
  by: z.array(z.string()).min(1),
  /** codes of the stage's needs that must be met before it */
  needs: z.array(z.string()),
  /** codes of the stage's needs that taking it meets */
  meets: z.array(z.string()),
  /** paper that must be filed for it, with number, date and issuing body */
  paper: z.string().nullable(),
  /** code of the step that it may return the report to; null: it can only go on */
  returnsTo: z.string().nullable(),
  clause: clauseId,
});

const paperSchema = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z]+$/),
  ...bilingual,
  stage: z.int().min(1).max(10),
  /** code of the stage's need that it meets; null: it belongs into the archive and holds nothing up */
  need: z.string().nullable(),
  /** an official paper: number, date and issuing body must be stated */
  numbered: z.boolean(),
  /** always, optional; permit: only where the green channel is closed (P四(三)3) */
  required: z.enum(['always', 'optional', 'permit']),
  clause: clauseId,
});

const points = z.int().min(0).max(10_000);

/** How the 100 points of a ranking factor are made up, in 0.01 points (P四(三)2; decision 0035); willingness is the share itself. */
const rankingScale = z.strictObject({
  condition: z.strictObject({ deficiencies: points, facilities: points, age: points }),
  /** years older than the cut-off that bring all points of age */
  ageYears: z.int().min(1),
  mechanism: z.strictObject({ ownersCommittee: points, propertyService: points, maintenanceFund: points }),
  /** papers of the long-term mechanism that bring points when filed for the project */
  mechanismPapers: z.array(z.strictObject({ code: z.string(), points })),
  clause: clauseId,
});

/** How the ten stages are gone through (domain.md §5): steps, papers, parties of the acceptance, later checks. */
export const workflowSchema = z.strictObject({
  renovationTypes: z.array(named).min(1),
  stages: z.array(
    z.strictObject({
      stage: z.int().min(1).max(10),
      steps: z.array(stepSchema).min(1),
      /** roles that may send the completed stage back */
      sentBackBy: z.array(z.string()).min(1),
    }),
  ),
  papers: z.array(paperSchema),
  acceptanceParties: z.array(
    z.strictObject({ code: z.string(), ...bilingual, required: z.boolean(), many: z.boolean(), clause: clauseId }),
  ),
  aftercare: z.strictObject({ months: z.array(z.int().min(1)).min(1), clause: clauseId }),
  rankingScale,
});

export type Workflow = z.infer<typeof workflowSchema>;
export type WorkflowStep = z.infer<typeof stepSchema>;
export type RankingScale = z.infer<typeof rankingScale>;
export type PaperKind = z.infer<typeof paperSchema>;
