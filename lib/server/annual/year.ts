import 'server-only';
import type { Weights } from '@/lib/domain/annual/types';
import { weightsOf } from '@/lib/domain/annual/weights';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';

export interface Year {
  id: string;
  year: number;
  rulebook: Rulebook;
  weights: Weights;
}

/** A year that was set up, with its rule book and what its ranking weighs. */
export async function yearOf(reader: Reader, actor: Actor, year: number): Promise<Year | null> {
  const [row] = await reader.$queryRaw<{ id: string; rulebookId: string; weights: Weights | null }[]>`
    SELECT id, rulebook_id AS "rulebookId", ranking_weights AS weights FROM programme_year
    WHERE prefecture_id = ${actor.prefectureId}::uuid AND year = ${year}::int`;
  if (!row) return null;
  const rulebook = await rulebookOf(reader, row.rulebookId);
  return { id: row.id, year, rulebook, weights: weightsOf(rulebook, row.weights) };
}

export const yearUnknown = (year: number): Reason[] => [
  reason('annual.yearUnknown', { found: year }, { field: 'year' }),
];

/** Years that were set up, the latest first, and the one that a page opens with. */
export async function yearsToChoose(
  reader: Reader,
  actor: Actor,
): Promise<{ years: number[]; current: number | null }> {
  const rows = await reader.$queryRaw<{ year: number; current: boolean }[]>`
    SELECT year, current FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid ORDER BY year DESC`;
  return { years: rows.map(({ year }) => year), current: (rows.find((one) => one.current) ?? rows[0])?.year ?? null };
}

export async function todayOf(reader: Reader): Promise<string> {
  const [row] = await reader.$queryRaw<{ today: string }[]>`SELECT anju_today()::text AS today`;
  return row?.today ?? '';
}

/** A file that this person may attach: one that is there for them. */
export async function attached(reader: Reader, fileId: string): Promise<{ sha256: string } | null> {
  const [row] = await reader.$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM stored_file WHERE id = ${fileId}::uuid AND purpose IN ('photo', 'document')`;
  return row ?? null;
}
