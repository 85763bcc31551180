import { type Decision, decide, reason, refused } from '../kernel/result';
import { apportionment } from './chuxiong2020/apportionment';
import { scoringClauses, siteClauses } from './chuxiong2020/clauses';
import { ledger } from './chuxiong2020/ledger';
import { scoring } from './chuxiong2020/scoring';
import { site } from './chuxiong2020/site';
import { workflow } from './chuxiong2020/workflow';
import { incoherences } from './coherence';
import { type Rulebook, rulebookSchema } from './schema';
import { type Apportionment, apportionmentSchema, type LedgerRules, ledgerRulesSchema } from './schema-funding';
import { type Scoring, scoringSchema } from './schema-scoring';
import { type SiteRules, siteRulesSchema } from './schema-site';
import { type Workflow, workflowSchema } from './schema-workflow';

/** Turns unknown data (a stored version, an uploaded one) into a rule book; refuses with every fault of shape or sense (domain.md §10). */
export function parseRulebook(data: unknown): Decision<Rulebook> {
  const parsed = rulebookSchema.safeParse(data);
  if (!parsed.success) {
    return refused(
      ...parsed.error.issues.map((issue) =>
        reason('rulebook.malformed', { where: issue.path.join('.') || '/', found: issue.message }),
      ),
    );
  }
  return decide(parsed.data, incoherences(parsed.data));
}

/** For rule books written in the code: throws with every fault, at load. */
export function readRulebook(data: unknown): Rulebook {
  const decision = parseRulebook(data);
  if (!decision.ok) throw new Error(`rule book refused: ${JSON.stringify(decision.reasons)}`);
  return decision.value;
}

/** The answer to 为什么?: the clause and its sentence, verbatim. undefined for an id that this rule book does not know. */
export function clause(
  rulebook: Rulebook,
  id: string,
): { id: string; clause: string; text: string; origin: 'policy' | 'law' | 'decision' } | undefined {
  return rulebook.clauses.find((entry) => entry.id === id);
}

/** A public facility that the survey records for each compound as good, poor or missing (P三(三)1). */
export interface PublicFacility {
  key: string;
  menuItem: string;
  name: string;
  nameEn: string;
}

/** The facilities surveyed per compound: the compound-scope items of the menu, in its order. */
export function publicFacilities(rulebook: Rulebook): PublicFacility[] {
  return rulebook.menu
    .filter((item) => item.scope === 'compound')
    .map((item) => ({ key: item.key, menuItem: item.code, name: item.name, nameEn: item.nameEn }));
}

const firstLedger = ledgerRulesSchema.parse(ledger);

/** What the ledger asks of money. A version from before there was a ledger goes by its first rules (decision 0036). */
export function ledgerRulesOf(rulebook: Rulebook): LedgerRules {
  return rulebook.ledger ?? firstLedger;
}

const firstApportionment = apportionmentSchema.parse(apportionment);

/**
 * Who pays for which planned item. A version from before there was sharing goes by its first rules (decision 0037); one without the
 * subsidy's own kind counts it with the county's money.
 */
export function apportionmentOf(rulebook: Rulebook): Apportionment {
  const rules = rulebook.apportionment ?? firstApportionment;
  const { government, subsidy } = rules;
  const kinds = rulebook.funding.sources.find(({ code }) => code === subsidy.source)?.kinds ?? [];
  const known = kinds.some(({ code }) => code === subsidy.kind);
  return known ? rules : { ...rules, subsidy: { ...subsidy, kind: government.kind } };
}

const firstWorkflow = workflowSchema.parse(workflow);

/** How the stages are gone through. A version from before there was a workflow goes the way of the first one there was (decision 0031). */
export function workflowOf(rulebook: Rulebook): Workflow {
  return rulebook.workflow ?? firstWorkflow;
}

/** The sentence of a rule of what happens on site; of a version from before, that of its first rules. */
export const siteClause = (rulebook: Rulebook, id: string): ReturnType<typeof clause> =>
  clause(rulebook, id) ?? siteClauses.find((entry) => entry.id === id);

const firstSiteRules = siteRulesSchema.parse(site);

/** What happens on site and how it is watched. A version from before goes by its first rules (decision 0046). */
export function siteRulesOf(rulebook: Rulebook): SiteRules {
  return rulebook.site ?? firstSiteRules;
}

/** The sentence of a rule of the scorecard; of a version from before, that of its first rules. */
export const scoringClause = (rulebook: Rulebook, id: string): ReturnType<typeof clause> =>
  siteClause(rulebook, id) ?? scoringClauses.find((entry) => entry.id === id);

const firstScoring = scoringSchema.parse(scoring);

/** How the scorecard is reckoned and used. A version from before there was scoring goes by its first rules (decision 0053). */
export function scoringOf(rulebook: Rulebook): Scoring {
  return rulebook.scoring ?? firstScoring;
}
