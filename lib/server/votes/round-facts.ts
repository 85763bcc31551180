import 'server-only';
import type { RoundFacts } from '@/lib/domain/votes/rounds';
import type { RoundNumber, RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { noticeGates } from '@/lib/server/notices/queries';

interface Row {
  status: RoundStatus;
  round: RoundNumber;
  compoundId: string;
  compoundActive: boolean;
  eligibility: string;
  registered: number;
  withoutArea: number;
  rollHouseholds: number;
  schemeId: string | null;
  schemeFinal: boolean | null;
  parts: number;
  roundOnePassed: boolean;
  returned: number;
  checked: number;
  paperWithoutPhoto: number;
  drawn: number;
  open: number;
  deniedStanding: number;
}

const SCHEME_PARTS = 6;

/** What the rules of a round's steps look at, as it is now; null for a round that is not there for this actor. */
export async function roundFacts(reader: Reader, actor: Actor, id: string): Promise<RoundFacts | null> {
  const [row] = await reader.$queryRaw<Row[]>`
    SELECT r.status, r.round, r.compound_id AS "compoundId", c.status = 'active' AS "compoundActive", c.eligibility,
      coalesce(k.registered_households, 0) AS registered, coalesce(k.households_without_area, 0) AS "withoutArea", r.roll_households AS "rollHouseholds",
      r.scheme_id AS "schemeId", s.status = 'final' AS "schemeFinal", (SELECT count(*)::int FROM scheme_part p WHERE p.scheme_id = r.scheme_id) AS parts,
      EXISTS (SELECT 1 FROM vote_round o WHERE o.compound_id = r.compound_id AND o.round = 1 AND o.outcome = 'passed') AS "roundOnePassed",
      coalesce(t.agree_households + t.disagree_households + t.abstain_households, 0) AS returned, coalesce(t.checked, 0) AS checked,
      CASE WHEN r.status = 'closed' THEN (SELECT count(*)::int FROM vote_standing v JOIN ballot b ON b.id = v.ballot_id
        WHERE v.round_id = r.id AND v.choice IS NOT NULL AND b.channel = 'paper' AND b.photo_file_id IS NULL) ELSE 0 END AS "paperWithoutPhoto",
      (SELECT count(*)::int FROM call_back b WHERE b.round_id = r.id) AS drawn, (SELECT count(*)::int FROM call_back b WHERE b.round_id = r.id AND b.outcome IS NULL) AS open,
      (SELECT count(*)::int FROM call_back b JOIN vote_standing v ON v.round_id = b.round_id AND v.household_id = b.household_id AND v.ballot_id = b.ballot_id
        WHERE b.round_id = r.id AND b.outcome = 'denied') AS "deniedStanding"
    FROM vote_round r JOIN compound c ON c.id = r.compound_id LEFT JOIN compound_total k ON k.compound_id = c.id LEFT JOIN scheme s ON s.id = r.scheme_id
      LEFT JOIN vote_tally t ON t.round_id = r.id
    WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (!row) return null;
  const { compoundId, schemeId } = row;
  const gates = await noticeGates(reader, { compoundId, schemeId, roundId: id });
  return {
    ...row,
    roundId: id,
    households: row.status === 'draft' ? row.registered : row.rollHouseholds,
    householdsWithoutArea: row.status === 'draft' ? row.withoutArea : 0,
    scheme: schemeId ? { id: schemeId, final: row.schemeFinal === true, missingParts: SCHEME_PARTS - row.parts } : null,
    gates,
    callBacks: { drawn: row.drawn, open: row.open, deniedStanding: row.deniedStanding },
  };
}
