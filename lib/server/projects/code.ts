import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';

/** 532302-2020-003: the county's code, the year, and the next number of the county's counter of that year. */
export async function nextProjectCode(tx: Tx, countyId: string, year: number): Promise<string> {
  const [row] = await tx.$queryRaw<{ code: string }[]>`
    INSERT INTO county_counter AS k (county_id, name, value) VALUES (${countyId}::uuid, ${`project-${year}`}, 1)
    ON CONFLICT (county_id, name) DO UPDATE SET value = k.value + 1
    RETURNING (SELECT u.code FROM unit u WHERE u.id = k.county_id) || ${`-${year}-`} || lpad(k.value::text, greatest(3, length(k.value::text)), '0') AS code`;
  if (!row?.code) throw new Error(`no code for a project of county ${countyId}`);
  return row.code;
}
