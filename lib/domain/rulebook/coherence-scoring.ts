import type { Rulebook } from './schema';
import { PLAIN_MEASURES, type Scoring } from './schema-scoring';

type Criterion = Rulebook['scorecard']['groups'][number]['indicators'][number]['criteria'][number];

const measured = (scoring: Scoring): string[] => [
  ...scoring.criteria.map(({ criterion }) => criterion),
  ...scoring.graded.map(({ criterion }) => criterion),
];

/** What the records can tell must be told how: a criterion that is computed and has no way would never give a point. */
function withoutWay(criteria: readonly Criterion[], scoring: Scoring): string[] {
  const known = new Set(measured(scoring));
  const measures: readonly string[] = PLAIN_MEASURES;
  return criteria
    .filter((one) => {
      if (one.award === 'ratio') return !measures.includes(one.part);
      if (one.award === 'review') return false;
      return one.proof !== 'attested' && !known.has(one.id);
    })
    .map(({ id }) => id);
}

/** Speaks of criteria, grades, vetoes and items that there are, of each once. */
export function brokenScoring({ scoring, scorecard, menu }: Rulebook): string[] {
  if (!scoring) return [];
  const criteria = scorecard.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria));
  const ids = criteria.map(({ id }) => id);
  const grades = scorecard.grades.map(({ code }) => code);
  const vetoes = scorecard.vetoes.map(({ code }) => code);
  const items = new Set(menu.map(({ code }) => code));
  const asked = scoring.criteria.flatMap(({ tests }) => tests.flatMap(({ of }) => ('items' in of ? of.items : [])));
  const named = measured(scoring);
  return [
    ...named.filter((id, at) => !ids.includes(id) || named.indexOf(id) !== at),
    ...withoutWay(criteria, scoring),
    ...[scoring.preference.grade, ...scoring.reward.weights.map(({ grade }) => grade)].filter(
      (code) => !grades.includes(code),
    ),
    ...scoring.vetoes.map(({ code }) => code).filter((code) => !vetoes.includes(code)),
    ...asked.filter((code) => !items.has(code)),
  ];
}
