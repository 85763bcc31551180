import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';

export interface UnitName {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
}

/** Names and codes as they were on a day (an old report prints the old name); without a day, as they are. In the order of the tree. */
export async function unitNames(
  tx: Tx,
  kind: 'prefecture' | 'county' | 'subdistrict' | 'community',
  day?: string,
): Promise<UnitName[]> {
  return tx.$queryRaw<UnitName[]>`
    SELECT u.id, coalesce(v.code, u.code) AS code, coalesce(v.name, u.name) AS name,
      CASE WHEN v.name IS NULL OR v.name = u.name THEN u.name_en END AS "nameEn"
    FROM unit u
    LEFT JOIN LATERAL (
      SELECT v.code, v.name FROM unit_version v
      WHERE v.unit_id = u.id AND ${day ?? null}::date IS NOT NULL
        AND v.valid_from <= ${day ?? null}::date AND (v.valid_to IS NULL OR v.valid_to > ${day ?? null}::date)
      ORDER BY v.valid_from DESC LIMIT 1
    ) v ON true
    WHERE u.kind = ${kind} ORDER BY u.sort_order, u.code, u.id`;
}
