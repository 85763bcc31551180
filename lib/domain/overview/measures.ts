import { z } from 'zod';
import { parseHundredths } from '../kernel/hundredths';
import { compareRatios } from '../kernel/ratio';
import type { UnitOverview } from './answers';

/** What the tiles of the counties can be coloured by. */
export const TILE_MEASURES = ['completed', 'started', 'paid', 'score', 'red'] as const;
export type TileMeasure = (typeof TILE_MEASURES)[number];
/** From the address; whatever else stands there shows completion. */
export const tileMeasure = z.enum(TILE_MEASURES).catch('completed');

/** A part of a whole, by integers: compounds, fen, or hundredths of a point of 100. */
export interface Share {
  part: bigint;
  whole: bigint;
}

const POINTS = 10_000n;
const fen = (text: string): bigint => parseHundredths(text) ?? 0n;
const some = (part: bigint, whole: bigint): Share | null => (whole > 0n ? { part, whole } : null);

/** null: there is nothing to measure (no total, no plan, no score, lights that were not kept). Red lights are a share of the most that one unit has. */
export function shareOf(unit: UnitOverview, measure: TileMeasure, mostRed: number): Share | null {
  switch (measure) {
    case 'completed':
    case 'started':
      return some(BigInt(unit[measure]), BigInt(unit.baseline ?? 0));
    case 'paid':
      return some(fen(unit.money.paid), fen(unit.money.planned));
    case 'score':
      return unit.score && { part: BigInt(unit.score.points), whole: POINTS };
    case 'red':
      return unit.compounds > 0 && unit.red !== null
        ? { part: BigInt(unit.red), whole: BigInt(Math.max(mostRed, 1)) }
        : null;
  }
}

export interface Measured {
  unit: UnitOverview;
  share: Share | null;
}

export function measuredBy(units: readonly UnitOverview[], measure: TileMeasure): Measured[] {
  const mostRed = Math.max(0, ...units.map(({ red }) => red ?? 0));
  return units.map((unit) => ({ unit, share: shareOf(unit, measure, mostRed) }));
}

/** How far each is along with the one that is furthest, 0 to 100, rounded down: only for the shade of a tile. */
export function shadesOf(measured: readonly Measured[]): (number | null)[] {
  const most = measured
    .flatMap(({ share }) => (share && share.part > 0n ? [share] : []))
    .reduce<Share | null>((a, b) => (a && compareRatios(a.part, a.whole, b.part, b.whole) >= 0 ? a : b), null);
  return measured.map(
    ({ share }) => share && (most ? Number((share.part * most.whole * 100n) / (share.whole * most.part)) : 0),
  );
}

/** Those that are worst off, all with the same share: the smallest, of red lights the largest. Empty where nothing is measured. */
export function worstOf(measured: readonly Measured[], measure: TileMeasure): Measured[] {
  const sign = measure === 'red' ? -1 : 1;
  const known = measured.flatMap(({ unit, share }) => (share ? [{ unit, share }] : []));
  const compared = (a: Share, b: Share) => sign * compareRatios(a.part, a.whole, b.part, b.whole);
  const [worst] = known.toSorted((a, b) => compared(a.share, b.share));
  return worst ? known.filter(({ share }) => compared(share, worst.share) === 0) : [];
}
