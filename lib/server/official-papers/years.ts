import 'server-only';
import type { Reader } from '@/lib/server/db/with-reader';

/** Years that papers can be of: from the first programme year's to this one, the latest first. */
export async function paperYears(reader: Reader): Promise<number[]> {
  const [row] = await reader.$queryRaw<{ first: number | null; now: number }[]>`
    SELECT min(year)::int AS first, extract(year FROM anju_today())::int AS now FROM programme_year`;
  const { first, now } = row ?? { first: null, now: 0 };
  const from = Math.min(first ?? now, now);
  return Array.from({ length: now - from + 1 }, (_, at) => now - at);
}
