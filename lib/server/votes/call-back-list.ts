import 'server-only';
import type { CallBackDraw, DrawnHome } from '@/lib/domain/votes/drawn';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

/** With what the sample was drawn: the link that closed the round, and how many ballots had come in by then. */
export async function drawOf(reader: Reader, roundId: string): Promise<CallBackDraw | null> {
  const [row] = await reader.$queryRaw<CallBackDraw[]>`
    SELECT e.hash AS seed, e.seq, (r.provisional #>> '{tally,returned}')::int AS returned, (SELECT count(*)::int FROM call_back k WHERE k.round_id = r.id) AS drawn,
      (SELECT count(*)::int FROM call_back k WHERE k.round_id = r.id AND k.outcome IS NOT NULL) AS done
    FROM vote_round r JOIN vote_entry e ON e.round_id = r.id AND e.kind = 'closed' WHERE r.id = ${roundId}::uuid`;
  return row ?? null;
}

/** Whom to call: owners as they stood in the frozen roll, masked, and the household's place in the draw. */
export function drawnHomes(reader: Reader, roundId: string, accountId: string): Promise<DrawnHome[]> {
  return reader.$queryRaw<DrawnHome[]>(Prisma.sql`
    SELECT k.household_id AS "householdId", d.digest, row_number() OVER (ORDER BY d.digest, k.household_id)::int AS rank, b.recorded_by = ${accountId}::uuid AS mine,
      coalesce((SELECT json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', x.name, 'phone', o.phone_masked) ORDER BY x.n)
        FROM ROWS FROM (jsonb_to_recordset(v.owners) AS (id uuid, name text)) WITH ORDINALITY AS x(id, name, n) JOIN owner o ON o.id = x.id), '[]') AS owners
    FROM call_back k JOIN vote_entry e ON e.round_id = k.round_id AND e.kind = 'closed' JOIN ballot b ON b.id = k.ballot_id
      JOIN vote_roll v ON v.round_id = k.round_id AND v.household_id = k.household_id
      CROSS JOIN LATERAL (SELECT encode(sha256(convert_to(e.hash || ':' || k.household_id, 'UTF8')), 'hex') AS digest) d
    WHERE k.round_id = ${roundId}::uuid ORDER BY d.digest, k.household_id`);
}
