import { parseHundredths } from '../kernel/hundredths';
import type { OverviewFigures, UnitOverview } from './answers';

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

const UNIT_FIGURES = {
  compounds: 'compounds',
  started: 'startedOfYear',
  completed: 'completedOfYear',
  accepted: 'accepted',
  red: 'red',
} as const satisfies Record<string, keyof UnitOverview>;

const sumOf = (all: readonly number[]): number => all.reduce((sum, n) => sum + n, 0);

/** The largest change first. A unit that is not in both is left out: of it nothing is known to have changed. */
function byUnit(before: OverviewFigures, after: OverviewFigures, of: (unit: UnitOverview) => number | null) {
  return after.units
    .flatMap((unit): UnitChange[] => {
      const old = before.units.find(({ id }) => id === unit.id);
      const [was, is] = [old ? of(old) : null, of(unit)];
      if (was === null || is === null || was === is) return [];
      return [{ id: unit.id, name: unit.name, nameEn: unit.nameEn, by: is - was }];
    })
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

const totals = {
  compounds: ({ completion }) => completion.ofYear.compounds,
  started: ({ completion }) => completion.ofYear.started,
  completed: ({ completion }) => completion.ofYear.completed,
  accepted: ({ completion }) => completion.ofYear.accepted,
  red: ({ lights }) => lights?.red ?? null,
  passed: ({ votes }) => sumOf(votes.map(({ passed }) => passed)),
  items: ({ items }) => sumOf(items.map(({ done }) => done)),
} satisfies Record<string, (of: OverviewFigures) => number | null>;

export type Counted = keyof typeof totals;

/** How much a count has changed; null where one of the two moments does not say it. */
export function changeIn(of: Counted, before: OverviewFigures, after: OverviewFigures): number | null {
  const [was, is] = [totals[of](before), totals[of](after)];
  return was === null || is === null ? null : is - was;
}

const fen = (text: string): bigint => parseHundredths(text) ?? 0n;

/** What changed from one moment to a later one; only what did. A correction takes away, and says so by a negative number. */
export function changesBetween(before: OverviewFigures, after: OverviewFigures): Change[] {
  const ofUnits = (of: keyof typeof UNIT_FIGURES): Change[] => {
    const by = changeIn(of, before, after);
    return by ? [{ of, by, units: byUnit(before, after, (unit) => unit[UNIT_FIGURES[of]]) }] : [];
  };
  const counted = (of: 'passed' | 'items'): Change[] => {
    const by = changeIn(of, before, after);
    return by ? [{ of, by }] : [];
  };
  const money = (of: 'received' | 'paid'): Change[] => {
    const by = fen(after.money.totals[of]) - fen(before.money.totals[of]);
    return by === 0n ? [] : [{ of, by }];
  };
  const scores = byUnit(before, after, ({ score }) => score?.points ?? null);
  return [
    ...ofUnits('completed'),
    ...ofUnits('started'),
    ...ofUnits('accepted'),
    ...ofUnits('compounds'),
    ...ofUnits('red'),
    ...counted('passed'),
    ...counted('items'),
    ...money('received'),
    ...money('paid'),
    ...(scores.length > 0 ? [{ of: 'score' as const, units: scores }] : []),
  ];
}
