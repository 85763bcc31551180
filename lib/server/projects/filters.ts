import 'server-only';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';

/** What the list of projects can be narrowed by: the actor's counties and the years that are set up. */
export async function projectFilters(
  reader: Reader,
  actor: Actor,
): Promise<{ counties: NamedUnit[]; years: number[]; current: number | null }> {
  const [counties, years] = await Promise.all([
    reader.$queryRaw<NamedUnit[]>`
      SELECT id, name, name_en AS "nameEn" FROM unit WHERE kind = 'county' AND id = ANY(${[...actor.counties]}::uuid[]) ORDER BY sort_order, code`,
    reader.$queryRaw<
      { year: number; current: boolean }[]
    >`SELECT year, current FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid ORDER BY year DESC`,
  ]);
  return {
    counties,
    years: years.map(({ year }) => year),
    current: years.find(({ current }) => current)?.year ?? null,
  };
}
