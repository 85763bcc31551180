import { parseHundredths } from '../kernel/hundredths';
import type { OverviewFigures, OverviewMoment, UnitOverview } from './answers';

/** A unit's part of a change. */
export interface UnitChange {
  id: string;
  name: string;
  nameEn: string | null;
  by: number;
}

export type Change =
  | { of: 'compounds' | 'started' | 'completed' | 'accepted' | 'red'; by: number; units: UnitChange[] }
  | { of: 'passed' | 'items'; by: number }
  /** fen */
  | { of: 'received'; by: bigint }
  | { of: 'paid'; by: bigint }
  /** hundredths of a point: of a unit each, there is no sum of scores */
  | { of: 'score'; units: UnitChange[] };

/** What is told of each county: their sum is the figure of all. */
const UNIT_FIGURES = {
  compounds: 'compounds',
  started: 'startedOfYear',
  completed: 'completedOfYear',
  accepted: 'accepted',
  red: 'red',
} as const satisfies Record<string, keyof UnitOverview>;
type OfUnits = keyof typeof UNIT_FIGURES;

/** One moment's figures, and the counties of which nothing was kept then. */
export type Compared = OverviewFigures & Pick<OverviewMoment, 'missing'>;

const sumOf = (all: readonly number[]): number => all.reduce((sum, n) => sum + n, 0);
const fen = (text: string): bigint => parseHundredths(text) ?? 0n;
/** Red lights were not kept when no light was. */
const isTold = (of: OfUnits, { lights }: Compared): boolean => of !== 'red' || lights !== null;

/** Counties of which both moments speak: of the others nothing is known to have changed. */
function pairsOf(before: Compared, after: Compared): { was: UnitOverview; is: UnitOverview }[] {
  const left = new Set([...before.missing, ...after.missing].map(({ id }) => id));
  return after.units.flatMap((is) => {
    const was = before.units.find(({ id }) => id === is.id);
    return was && !left.has(is.id) ? [{ was, is }] : [];
  });
}

/** The largest change first. */
function byUnit(before: Compared, after: Compared, of: (unit: UnitOverview) => number | null): UnitChange[] {
  return pairsOf(before, after)
    .flatMap(({ was, is }): UnitChange[] => {
      const [old, now] = [of(was), of(is)];
      if (old === null || now === null || old === now) return [];
      return [{ id: is.id, name: is.name, nameEn: is.nameEn, by: now - old }];
    })
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

/** How much a count has changed, of the counties that both moments speak of; null where one of the two does not say it. */
export function changeIn(of: OfUnits, before: Compared, after: Compared): number | null {
  if (!isTold(of, before) || !isTold(of, after)) return null;
  return sumOf(byUnit(before, after, (unit) => unit[UNIT_FIGURES[of]]).map(({ by }) => by));
}

const OF_ALL = {
  passed: ({ votes }) => sumOf(votes.map(({ passed }) => passed)),
  items: ({ items }) => sumOf(items.map(({ done }) => done)),
} satisfies Record<string, (of: Compared) => number>;

/** What changed from one moment to a later one; only what did. A correction takes away, and says so by a negative number. What is told of all counties together is compared when none is missing. */
export function changesBetween(before: Compared, after: Compared): Change[] {
  const isWhole = before.missing.length + after.missing.length === 0;
  const ofUnits = (of: OfUnits): Change[] => {
    if (!isTold(of, before) || !isTold(of, after)) return [];
    const units = byUnit(before, after, (unit) => unit[UNIT_FIGURES[of]]);
    return units.length > 0 ? [{ of, by: sumOf(units.map(({ by }) => by)), units }] : [];
  };
  const ofAll = (of: keyof typeof OF_ALL): Change[] => {
    const by = OF_ALL[of](after) - OF_ALL[of](before);
    return isWhole && by !== 0 ? [{ of, by }] : [];
  };
  const money = (of: 'received' | 'paid'): Change[] => {
    const by = pairsOf(before, after).reduce((sum, { was, is }) => sum + fen(is.money[of]) - fen(was.money[of]), 0n);
    return by === 0n ? [] : [{ of, by }];
  };
  const scores = byUnit(before, after, ({ score }) => score?.points ?? null);
  return [
    ...ofUnits('completed'),
    ...ofUnits('started'),
    ...ofUnits('accepted'),
    ...ofUnits('compounds'),
    ...ofUnits('red'),
    ...ofAll('passed'),
    ...ofAll('items'),
    ...money('received'),
    ...money('paid'),
    ...(scores.length > 0 ? [{ of: 'score' as const, units: scores }] : []),
  ];
}
