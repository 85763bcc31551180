import { type Reason, reason } from '../kernel/result';
import { DEFICIENCIES, EXCLUSIONS, type Rulebook } from '../rulebook/schema';
import { decisiveYear } from './decisive-year';
import type { EligibilityFacts, Outcome } from './types';

/** What speaks for, what speaks against, and what is not known. */
interface Findings {
  against: Reason[];
  missing: Reason[];
  favour: Reason[];
}

export interface Assessment {
  outcome: Outcome;
  /** ineligible: every disqualification, then every missing fact; incomplete: every missing fact; eligible: why. */
  reasons: Reason[];
  /** The year the rule decided by; null while it is undecided. */
  decisiveYear: number | null;
}

/**
 * P三(三)1: eligible, ineligible or 资料不全, with all reasons. A definite disqualification decides whatever else is missing.
 * Willingness is recorded and does not exclude (决定/不足之处).
 */
export function assessEligibility(facts: EligibilityFacts, rulebook: Rulebook): Assessment {
  const findings = [
    year(facts, rulebook),
    ...criteria(facts, rulebook),
    deficiencies(facts, rulebook),
    ...exclusions(facts, rulebook),
  ];
  const against = findings.flatMap((finding) => finding.against);
  const missing = findings.flatMap((finding) => finding.missing);
  const decided = decisiveYear(facts.yearBuilt, facts.buildings).year;
  if (against.length > 0) return { outcome: 'ineligible', reasons: [...against, ...missing], decisiveYear: decided };
  if (missing.length > 0) return { outcome: 'incomplete', reasons: missing, decisiveYear: decided };
  return { outcome: 'eligible', reasons: findings.flatMap((finding) => finding.favour), decisiveYear: decided };
}

function findings(part: Partial<Findings>): Findings {
  return { against: [], missing: [], favour: [], ...part };
}

function year(facts: EligibilityFacts, rulebook: Rulebook): Findings {
  const { cutOff, laterBuilt } = rulebook.eligibility;
  const decided = decisiveYear(facts.yearBuilt, facts.buildings);
  const at = { clause: cutOff.clause, field: 'yearBuilt' };
  const earliest = decided.possible[0];
  const latest = decided.possible.at(-1);
  if (latest !== undefined && !decided.undated && latest <= cutOff.latestYear) {
    return findings({
      favour: [reason('eligibility.builtInTime', { found: latest, expected: cutOff.latestYear }, at)],
    });
  }
  const limit = laterBuilt?.latestYear ?? cutOff.latestYear;
  if (earliest !== undefined && !decided.undated && earliest > limit) {
    return findings({ against: [reason('eligibility.builtTooLate', { found: earliest, expected: limit }, at)] });
  }
  if (laterBuilt && decided.year !== null) {
    const params = { found: decided.year, expected: laterBuilt.latestYear, percent: laterBuilt.quotaPercent };
    return findings({ favour: [reason('eligibility.laterBuiltQuota', params, { ...at, clause: laterBuilt.clause })] });
  }
  return findings({ missing: missingForYear(decided, at) });
}

function missingForYear(decided: ReturnType<typeof decisiveYear>, at: { clause: string; field: string }): Reason[] {
  if (decided.possible.length === 0) return [reason('eligibility.missing.yearBuilt', undefined, at)];
  const reasons: Reason[] = [];
  if (decided.undated) {
    reasons.push(
      reason(
        'eligibility.missing.buildingYears',
        { count: decided.buildingsWithoutYear },
        { ...at, field: 'buildings' },
      ),
    );
  }
  if (decided.buildingsWithoutArea > 0 || reasons.length === 0) {
    reasons.push(
      reason(
        'eligibility.missing.buildingAreas',
        { count: decided.buildingsWithoutArea },
        { ...at, field: 'buildings' },
      ),
    );
  }
  return reasons;
}

function criteria(facts: EligibilityFacts, rulebook: Rulebook): Findings[] {
  const clauses = new Map(rulebook.eligibility.criteria.map((criterion) => [criterion.code, criterion.clause]));
  const judge = (fact: 'legalTitle' | 'insideTown', no: string, yes: string): Findings => {
    const clause = clauses.get(fact);
    if (clause === undefined) return findings({});
    const at = { clause, field: fact };
    if (facts[fact] === null) return findings({ missing: [reason(`eligibility.missing.${fact}`, undefined, at)] });
    return facts[fact]
      ? findings({ favour: [reason(yes, undefined, at)] })
      : findings({ against: [reason(no, undefined, at)] });
  };
  return [
    judge('legalTitle', 'eligibility.noLegalTitle', 'eligibility.hasLegalTitle'),
    judge('insideTown', 'eligibility.outsideTown', 'eligibility.isInsideTown'),
  ];
}

// Once enough deficiencies are found, the others are not needed to decide.
function deficiencies(facts: EligibilityFacts, rulebook: Rulebook): Findings {
  const { minimumDeficiencies: minimum } = rulebook.eligibility;
  const listed = rulebook.eligibility.deficiencies.filter(({ code }) => DEFICIENCIES.includes(code));
  const found = listed.filter(({ code }) => facts[code] === true);
  const unknown = listed.filter(({ code }) => facts[code] === null);
  if (found.length >= minimum) {
    return findings({
      favour: found.map(({ code, clause }) =>
        reason(`eligibility.deficiency.${code}`, undefined, { clause, field: code }),
      ),
    });
  }
  if (found.length + unknown.length < minimum) {
    const clause = rulebook.eligibility.criteria.find((criterion) => criterion.code === 'deficient')?.clause;
    return findings({ against: [reason('eligibility.noDeficiency', { expected: minimum }, clause ? { clause } : {})] });
  }
  return findings({
    missing: unknown.map(({ code, clause }) =>
      reason(`eligibility.missing.${code}`, undefined, { clause, field: code }),
    ),
  });
}

function exclusions(facts: EligibilityFacts, rulebook: Rulebook): Findings[] {
  const listed = rulebook.eligibility.exclusions.filter(({ code }) => EXCLUSIONS.includes(code));
  return listed.map(({ code, clause }) => {
    const at = { clause, field: code };
    if (facts[code] === null) return findings({ missing: [reason(`eligibility.missing.${code}`, undefined, at)] });
    return facts[code]
      ? findings({ against: [reason(`eligibility.excluded.${code}`, undefined, at)] })
      : findings({ favour: [reason(`eligibility.notExcluded.${code}`, undefined, at)] });
  });
}
