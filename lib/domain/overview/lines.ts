import { z } from 'zod';
import { MEASURES } from '../funds/overview';

/**
 * What a leader's page is made of: sums that are kept as facts are recorded (prisma/migrations …_works_counted, …_month_ends).
 * `n`: how many. `households`: how many live there. `amount`: fen of money, 0.01 m² of whatever has an area.
 * unit null: all counties of the scope together, with every key; of a county, only what its tile and its row in the table say.
 */
export interface Line {
  unit: string | null;
  /** of the programme; null: belongs to none */
  year: number | null;
  figure: string;
  key: string;
  n: number;
  households: number;
  amount: bigint;
}

const written = z.tuple([
  z.string().nullable(),
  z.number().nullable(),
  z.string(),
  z.string(),
  z.number(),
  z.number(),
  z.string(),
]);

/** As the database writes them down: one JSON text is read several times faster than rows. */
export function readLines(text: string | null): Line[] {
  const lines = z.array(written).parse(JSON.parse(text ?? '[]'));
  return lines.map(([unit, year, figure, key, n, households, amount]) => ({
    ...{ unit, year, figure, key, n, households },
    amount: BigInt(amount),
  }));
}

/** Lines of the ledger, by what they measure; what is planned comes from the funding plans. */
export const measureOf = ({ figure }: Line): (typeof MEASURES)[number] | undefined =>
  figure === 'fundPlanned' ? 'planned' : MEASURES.find((one) => one !== 'planned' && one === figure);
