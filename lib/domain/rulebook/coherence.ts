import { type Reason, reason } from '../kernel/result';
import { brokenScoring } from './coherence-scoring';
import type { Rulebook } from './schema';
import type { Workflow } from './schema-workflow';

/** What a rule book of the right shape may still get wrong; every fault is named. */
export function incoherences(rulebook: Rulebook): Reason[] {
  return [
    ...unknownClauses(rulebook),
    ...repeated(
      'clauses',
      rulebook.clauses.map((clause) => clause.id),
    ),
    ...repeated(
      'menu',
      rulebook.menu.map((item) => item.code),
    ),
    ...repeated(
      'menu',
      rulebook.menu.map((item) => item.key),
    ),
    ...repeated(
      'votes.tests',
      rulebook.votes.tests.map((test) => test.code),
    ),
    ...repeated(
      'eligibility.exclusions',
      rulebook.eligibility.exclusions.map((exclusion) => exclusion.code),
    ),
    ...repeated('apportionment.rows', rulebook.apportionment?.rows.map((row) => row.code) ?? []),
    ...repeated('ledger.earmarks', rulebook.ledger?.earmarks.map((earmark) => earmark.code) ?? []),
    ...repeated('site.checklists', rulebook.site?.checklists.points.map((point) => point.code) ?? []),
    ...repeated(
      'calendar.years',
      rulebook.calendar.years.map((year) => String(year.year)),
    ),
    ...brokenReferences(rulebook),
    ...withoutPoints(rulebook),
    ...wrongSums(rulebook),
    ...wrongOrder(rulebook),
  ];
}

function unknownClauses(rulebook: Rulebook): Reason[] {
  const known = new Set(rulebook.clauses.map((clause) => clause.id));
  const { clauses: _, ...entries } = rulebook;
  return [...new Set(clauseReferences(entries))]
    .filter((id) => !known.has(id))
    .map((id) => reason('rulebook.unknownClause', { found: id }));
}

function clauseReferences(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(clauseReferences);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'clause' && typeof value === 'string' ? [value] : clauseReferences(value),
  );
}

function repeated(where: string, codes: string[]): Reason[] {
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  return [...new Set(twice)].map((code) => reason('rulebook.repeated', { where, found: code }));
}

function brokenReferences(rulebook: Rulebook): Reason[] {
  const items = new Set(rulebook.menu.map((item) => item.code));
  const tests = new Set(rulebook.votes.tests.map((test) => test.code));
  const wanted = [
    ...rulebook.promises
      .flatMap((promise) => [...promise.items, ...promise.helpedBy])
      .filter((code) => !items.has(code)),
    ...rulebook.votes.rounds.map((round) => round.test).filter((code) => !tests.has(code)),
    ...(rulebook.ledger?.earmarks.flatMap((earmark) => earmark.items).filter((code) => !items.has(code)) ?? []),
  ];
  return [
    ...wanted,
    ...brokenWorkflow(rulebook),
    ...brokenApportionment(rulebook),
    ...brokenChecklists(rulebook),
    ...brokenScoring(rulebook),
  ].map((code) => reason('rulebook.unknownReference', { found: code }));
}

/** Steps speak of needs of their stage, of papers and of earlier steps; papers of needs. Every need is asked for, or met, by some step. */
function brokenWorkflow({ workflow, stages }: Rulebook): string[] {
  if (!workflow) return [];
  const papers = new Set(workflow.papers.map(({ code }) => code));
  const needsOf = new Map(stages.map(({ number, needs }) => [number, needs.map(({ code }) => code)]));
  return [
    ...workflow.stages.flatMap(({ stage, steps }) => {
      const needs = needsOf.get(stage) ?? [];
      const spoken = steps.flatMap((step) => [...step.needs, ...step.meets]);
      const codes = steps.map(({ code }) => code);
      return [
        ...spoken.filter((code) => !needs.includes(code)),
        ...needs.filter((code) => !spoken.includes(code)),
        ...steps.flatMap(({ paper }) => (paper && !papers.has(paper) ? [paper] : [])),
        ...steps.flatMap(({ returnsTo }, at) =>
          returnsTo && !codes.slice(0, at).includes(returnsTo) ? [returnsTo] : [],
        ),
      ];
    }),
    ...workflow.rankingScale.mechanismPapers.flatMap(({ code }) => (papers.has(code) ? [] : [code])),
    ...workflow.papers.flatMap(({ stage, need }) => (need && !needsOf.get(stage)?.includes(need) ? [need] : [])),
    ...stages.filter(({ number }) => !workflow.stages.some(({ stage }) => stage === number)).map(({ code }) => code),
  ];
}

/** A point is of an item that there is, which its code names, and of a kind of inspection. */
function brokenChecklists({ site, menu, inspections }: Rulebook): string[] {
  const items = new Set(menu.map(({ code }) => code));
  const kinds = new Set(inspections.kinds.map(({ code }) => code));
  return (site?.checklists.points ?? [])
    .filter(
      ({ code, item, kind }) =>
        !kinds.has(kind) || !code.startsWith(`${item ?? 'S'}-`) || (item !== null && !items.has(item)),
    )
    .map(({ code }) => code);
}

/** Whoever inspects an item must know what to look at; versions without rules for the site are not asked. */
function withoutPoints({ site, menu }: Rulebook): Reason[] {
  if (!site) return [];
  const looked = new Set(site.checklists.points.map(({ item }) => item));
  return menu
    .filter(({ code }) => !looked.has(code))
    .map(({ code, name }) => reason('rulebook.noCheckPoints', { code, name }));
}

const WHOLES = ['whole', 'civilWorks rest', 'residentShare rest'];

/** Rows speak of items, sources and lines of the sharing that there are; their parts are a whole; every item has its row, however it is done. */
function brokenApportionment({ apportionment, funding, menu }: Rulebook): string[] {
  if (!apportionment) return [];
  const { rows, government, formerUnit, subsidy, plannedKinds } = apportionment;
  const parts = rows.flatMap((row) => row.parts);
  const sharing = new Set(funding.sharing.map(({ code }) => code));
  const codes = new Set(menu.map(({ code }) => code));
  const isMoney = ({ source, kind }: { source: string; kind: string | null }) => {
    const kinds = funding.sources.find(({ code }) => code === source)?.kinds;
    return kinds !== undefined && (kinds.length === 0 ? kind === null : kinds.some(({ code }) => code === kind));
  };
  const fallsThrough = menu.filter(
    (item) =>
      !rows.some(
        (row) =>
          row.method === null &&
          (row.items.length === 0 || row.items.includes(item.code)) &&
          (row.necessity === null || row.necessity === item.necessity),
      ),
  );
  return [
    ...rows.flatMap(({ items }) => items).filter((code) => !codes.has(code)),
    ...rows.filter((row) => !WHOLES.includes(row.parts.map(({ of }) => of).join(' '))).map(({ code }) => code),
    ...[...parts, formerUnit, subsidy].flatMap((one) =>
      one.sharing && !sharing.has(one.sharing) ? [one.sharing] : [],
    ),
    ...[...parts, government, formerUnit, subsidy, ...plannedKinds]
      .filter((money) => !isMoney(money))
      .map(({ source, kind }) => `${source}/${kind ?? ''}`),
    ...fallsThrough.map(({ code }) => code),
  ];
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Each factor of the ranking is 100 points. */
function scaleSums({ rankingScale: { condition, mechanism, mechanismPapers } }: Workflow): [string, number, number][] {
  return [
    ['ranking condition', sum(Object.values(condition)), 10_000],
    ['ranking mechanism', sum([...Object.values(mechanism), ...mechanismPapers.map((one) => one.points)]), 10_000],
  ];
}

function wrongSums(rulebook: Rulebook): Reason[] {
  const { groups, totalPoints } = rulebook.scorecard;
  const sums: [string, number, number][] = [
    ['ranking', sum(rulebook.ranking.map((weight) => weight.weight)), 100],
    ...(rulebook.workflow ? scaleSums(rulebook.workflow) : []),
    ['scorecard', sum(groups.map((group) => group.points)), totalPoints],
    ...groups.map((group): [string, number, number] => [
      group.name,
      sum(group.indicators.map((indicator) => indicator.points)),
      group.points,
    ]),
    ...groups
      .flatMap((group) => group.indicators)
      .map((indicator): [string, number, number] => [
        indicator.name,
        sum(indicator.criteria.map((criterion) => criterion.points)),
        indicator.points,
      ]),
  ];
  return sums
    .filter(([, found, expected]) => found !== expected)
    .map(([where, found, expected]) => reason('rulebook.wrongSum', { where, found, expected }));
}

function wrongOrder(rulebook: Rulebook): Reason[] {
  const reasons: Reason[] = [];
  if (rulebook.stages.some((stage, index) => stage.number !== index + 1) || rulebook.stages.length !== 10) {
    reasons.push(
      reason('rulebook.stagesOutOfOrder', { found: rulebook.stages.map((stage) => stage.number).join(' ') }),
    );
  }
  const grades = rulebook.scorecard.grades.map((grade) => grade.from);
  if (grades.some((from, index) => index > 0 && from >= (grades[index - 1] ?? 0)) || grades.at(-1) !== 0) {
    reasons.push(reason('rulebook.gradesOutOfOrder', { found: grades.join(' ') }));
  }
  for (const year of rulebook.calendar.years) {
    if (year.startBy > year.completeBy) reasons.push(reason('rulebook.yearBackwards', { year: year.year }));
  }
  const later = rulebook.eligibility.laterBuilt;
  if (later && later.latestYear <= rulebook.eligibility.cutOff.latestYear) {
    reasons.push(reason('rulebook.laterBuiltNotLater', { found: later.latestYear }));
  }
  return reasons;
}
