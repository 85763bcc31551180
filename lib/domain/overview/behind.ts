import { compareRatios, leastReaching } from '../kernel/ratio';
import type { UnitOverview } from './answers';

type Behind = Pick<UnitOverview, 'baseline' | 'completed' | 'red'>;

/** Compounds that the unit lacks of its own share of its own total: ⌈total × share⌉ − complete, 0 when it has them; null without a total. Rounded up for each unit, so that their sum may exceed the prefecture's. */
export function shortOf({ baseline, completed }: Behind, targetShare: number): number | null {
  if (baseline === null) return null;
  const needed = Number(leastReaching(BigInt(baseline), { numerator: targetShare, denominator: 100 }));
  return Math.max(0, needed - completed);
}

const byShare = (a: Behind, b: Behind): number =>
  a.baseline && b.baseline
    ? compareRatios(BigInt(a.completed), BigInt(a.baseline), BigInt(b.completed), BigInt(b.baseline))
    : 0;

/** Whoever holds back most comes first: by the compounds lacking, then by the smaller share, then by red lights. Units without a total come last: nothing can be said of them. */
export function behindFirst<T extends Behind>(units: readonly T[], targetShare: number): T[] {
  const short = (unit: T) => shortOf(unit, targetShare) ?? -1;
  return units.toSorted((a, b) => short(b) - short(a) || byShare(a, b) || (b.red ?? 0) - (a.red ?? 0));
}

export const WHYS = ['notStarted', 'underWay', 'late', 'red', 'notAccepted'] as const;
export type Why = { code: (typeof WHYS)[number]; n: number };

/** What stands between a unit's compounds of the year and their completion; only what there is. */
export function whysOf({
  compounds,
  startedOfYear,
  completedOfYear,
  accepted,
  late,
  red,
}: Pick<UnitOverview, 'compounds' | 'startedOfYear' | 'completedOfYear' | 'accepted' | 'late' | 'red'>): Why[] {
  const found: Record<Why['code'], number> = {
    notStarted: compounds - startedOfYear,
    underWay: startedOfYear - completedOfYear,
    late,
    red: red ?? 0,
    notAccepted: completedOfYear - accepted,
  };
  return WHYS.flatMap((code) => (found[code] > 0 ? [{ code, n: found[code] }] : []));
}
