import type { Line } from './lines';

/** Compounds, and the households and the floor area (0.01 m²) in them. */
export interface Counts {
  compounds: number;
  households: number;
  floorArea: bigint;
}

export const NO_COUNTS: Counts = { compounds: 0, households: 0, floorArea: 0n };

/** Lines of one figure; `of` narrows them further. */
export const linesOf = (lines: readonly Line[], figure: string, of: (line: Line) => boolean = () => true): Line[] =>
  lines.filter((line) => line.figure === figure && of(line));

export function countsOf(lines: readonly Line[]): Counts {
  return lines.reduce(
    (sum, { n, households, amount }) => ({
      compounds: sum.compounds + n,
      households: sum.households + households,
      floorArea: sum.floorArea + amount,
    }),
    NO_COUNTS,
  );
}

export const numberOf = (lines: readonly Line[]): number => lines.reduce((sum, { n }) => sum + n, 0);
