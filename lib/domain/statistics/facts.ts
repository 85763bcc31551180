import { addFundFigures, bySource, type FundFigures, fiscalOf, type SourceSum } from '../funds/overview';
import { groupBy } from '../kernel/group-by';
import type { Rulebook } from '../rulebook/schema';
import type { Fact } from './fill';
import { FUND_MEASURES, type FundMeasure, fundLines } from './fund-rows';
import { HOLDS } from './scale-rows';

const NONE: Fact = { value: 0n, known: 0, missing: 0 };
export type FactEntries = [key: string, fact: Fact][];

const STATES = ['survey', 'all', 'started', 'startedMonth', 'completed', 'completedMonth', 'accepted'] as const;
/** What is counted from compounds and projects: there is nothing of it where there is no compound or project. */
export const COUNTED_FACTS: readonly string[] = [
  ...STATES.flatMap((state) => HOLDS.map((of) => `${state}.${of}`)),
  ...['facet.built', 'facet.committee', 'facet.service'],
  ...['projects', 'estimate', 'investment.soFar'],
];

export interface CountedRow {
  key: string;
  value: bigint;
  known: number;
  missing: number;
}

export function countedFacts(rows: readonly CountedRow[]): FactEntries {
  const found = new Map(rows.map(({ key, ...fact }) => [key, fact]));
  return COUNTED_FACTS.map((key) => [key, found.get(key) ?? NONE]);
}

/** A project that reports in the month; null: its report is not accepted. */
export interface MonthReport {
  /** fen */
  investment: bigint | null;
  people: number;
}

export function monthFacts(reports: readonly MonthReport[]): FactEntries {
  const accepted = reports.flatMap(({ investment, people }) => (investment === null ? [] : [{ investment, people }]));
  const [known, missing] = [accepted.length, reports.length - accepted.length];
  const sum = (of: bigint[]): bigint => of.reduce((total, one) => total + one, 0n);
  return [
    ['reports.due', { value: BigInt(reports.length), known: reports.length, missing: 0 }],
    ['reports.accepted', { value: BigInt(known), known: reports.length, missing: 0 }],
    ['investment.month', { value: sum(accepted.map(({ investment }) => investment)), known, missing }],
    ['reports.people', { value: sum(accepted.map(({ people }) => BigInt(people))), known, missing }],
  ];
}

export interface Plans {
  /** projects of the year with a funding plan, and without */
  known: number;
  missing: number;
}

/** Money by source and kind, as 资金总览 reckons it. What rests on funding plans lacks the projects that have none. */
export function fundFacts(
  of: 'fund' | 'fundMonth',
  sums: readonly SourceSum[],
  { rulebook, plans }: { rulebook: Rulebook; plans: Plans },
): FactEntries {
  const sources = bySource(sums, rulebook);
  const figures = new Map<string, FundFigures>([
    ['total', addFundFigures(sources)],
    ['fiscal', fiscalOf(sources, rulebook)],
    ...sources.flatMap(({ source, kinds, ...all }): [string, FundFigures][] => [
      [source, all],
      ...kinds.map(({ kind, ...one }): [string, FundFigures] => [`${source}/${kind}`, one]),
    ]),
  ]);
  const factOf = (measure: FundMeasure, key: string): Fact => {
    const isPlan = measure === 'planned' || measure === 'gap';
    return { value: figures.get(key)?.[measure] ?? 0n, ...(isPlan ? plans : { known: 1, missing: 0 }) };
  };
  return FUND_MEASURES.flatMap((measure) =>
    fundLines(rulebook).map(({ key }): [string, Fact] => [`${of}.${measure}.${key}`, factOf(measure, key)]),
  );
}

/** Sums by unit, so that each has its facts. */
export const ofUnit = <T extends { unit: string }>(rows: readonly T[]) => {
  const groups = groupBy(rows, ({ unit }) => unit);
  return (unit: string): T[] => groups.get(unit) ?? [];
};
