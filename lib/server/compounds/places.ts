import 'server-only';
import type { Place } from '@/lib/domain/compounds/answers';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';

/** Units to choose from: the counties in reach, and everything below one of them. */
export async function placeOptions(reader: Reader, actor: Actor, countyId: string | null): Promise<Place[]> {
  const [row] = await reader.$queryRaw<{ doc: Place[] }[]>`
    SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'nameEn', name_en, 'kind', kind, 'countyId', county_id, 'subdistrictId', subdistrict_id)
      ORDER BY sort_order, code), '[]'::json) AS doc
    FROM unit WHERE county_id = ANY(${[...actor.counties]}::uuid[]) AND (valid_to IS NULL OR valid_to > anju_today())
      AND (kind = 'county' OR (kind IN ('subdistrict', 'community') AND county_id = ${countyId}::uuid))`;
  return row?.doc ?? [];
}
