import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';

/** 532302-0001: the county's code and the next number of its own counter. Two clerks never get the same one. */
export async function nextCompoundCode(tx: Tx, countyId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ code: string }[]>`
    INSERT INTO county_counter AS k (county_id, name, value) VALUES (${countyId}::uuid, 'compound', 1)
    ON CONFLICT (county_id, name) DO UPDATE SET value = k.value + 1
    RETURNING (SELECT u.code FROM unit u WHERE u.id = k.county_id) || '-' || lpad(k.value::text, greatest(4, length(k.value::text)), '0') AS code`;
  if (!row?.code) throw new Error(`no code for county ${countyId}`);
  return row.code;
}
