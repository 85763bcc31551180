import 'server-only';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

export interface UnitName {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
}

type Kind = 'prefecture' | 'county' | 'subdistrict' | 'community';

/** Names and codes of the units u that fit, as they were on a day (an old report prints the old name); without a day, as they are. In the order of the tree. */
export async function unitNamesWhere(reader: Reader, fits: Prisma.Sql, day: string | undefined): Promise<UnitName[]> {
  const on = day ?? null;
  const then = Prisma.sql`LEFT JOIN LATERAL (
      SELECT v.code, v.name FROM unit_version v
      WHERE v.unit_id = u.id AND v.valid_from <= ${on}::date AND (v.valid_to IS NULL OR v.valid_to > ${on}::date)
      ORDER BY v.valid_from DESC LIMIT 1
    ) v ON true`;
  const named = Prisma.sql`coalesce(v.code, u.code) AS code, coalesce(v.name, u.name) AS name,
      CASE WHEN v.name IS NULL OR v.name = u.name THEN u.name_en END AS "nameEn"`;
  return reader.$queryRaw<UnitName[]>`
    SELECT u.id, ${on === null ? Prisma.sql`u.code, u.name, u.name_en AS "nameEn"` : named}
    FROM unit u ${on === null ? Prisma.empty : then} WHERE ${fits} ORDER BY u.sort_order, u.code, u.id`;
}

/** All units of a kind that the reader sees. */
export const unitNames = (reader: Reader, kind: Kind, day?: string): Promise<UnitName[]> =>
  unitNamesWhere(reader, Prisma.sql`u.kind = ${kind}`, day);
