import 'server-only';
import type { RoundFacts } from '@/lib/domain/votes/rounds';
import type { RoundNumber } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { noticeGates } from '@/lib/server/notices/queries';

export interface Prospect {
  /** the same vote of the compound is under way: ended or cancelled first */
  live: { id: string; code: string } | null;
  /** attempts that were made before */
  attempts: number;
  /** the vote passed already, and round 2 on this very scheme */
  passed: boolean;
  /** as they would be for a round made now */
  facts: RoundFacts;
}

interface Row {
  active: boolean;
  eligibility: string;
  registered: number;
  withoutArea: number;
  attempts: number;
  live: Prospect['live'];
  passed: boolean;
  roundOnePassed: boolean;
  schemeId: string | null;
  schemeFinal: boolean;
  parts: number;
}

const SCHEME_PARTS = 6;
const NONE_YET = {
  returned: 0,
  checked: 0,
  paperWithoutPhoto: 0,
  callBacks: { drawn: 0, open: 0, deniedStanding: 0 },
};

/** What a round of this compound would find if it were made now; null for a compound that is not there for this actor. */
export async function prospectOf(
  reader: Reader,
  actor: Actor,
  { compoundId, round, schemeId }: { compoundId: string; round: RoundNumber; schemeId: string | null },
): Promise<Prospect | null> {
  const [row] = await reader.$queryRaw<Row[]>`
    SELECT c.status = 'active' AS active, c.eligibility, coalesce(k.registered_households, 0) AS registered, coalesce(k.households_without_area, 0) AS "withoutArea",
      (SELECT count(*)::int FROM vote_round r WHERE r.compound_id = c.id AND r.round = ${round}::int) AS attempts,
      (SELECT json_build_object('id', r.id, 'code', r.code) FROM vote_round r WHERE r.compound_id = c.id AND r.round = ${round}::int AND r.status IN ('draft', 'open', 'closed')) AS live,
      EXISTS (SELECT 1 FROM vote_round r WHERE r.compound_id = c.id AND r.round = ${round}::int AND r.outcome = 'passed'
        AND r.scheme_id IS NOT DISTINCT FROM ${schemeId}::uuid) AS passed,
      EXISTS (SELECT 1 FROM vote_round r WHERE r.compound_id = c.id AND r.round = 1 AND r.outcome = 'passed') AS "roundOnePassed",
      s.id AS "schemeId", coalesce(s.status = 'final', false) AS "schemeFinal", (SELECT count(*)::int FROM scheme_part p WHERE p.scheme_id = s.id) AS parts
    FROM compound c LEFT JOIN compound_total k ON k.compound_id = c.id LEFT JOIN scheme s ON s.id = ${schemeId}::uuid AND s.compound_id = c.id
    WHERE c.id = ${compoundId}::uuid AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (!row) return null;
  const { active, eligibility, registered, withoutArea, roundOnePassed, live, attempts, passed } = row;
  return {
    live,
    attempts,
    passed,
    facts: {
      status: 'draft',
      round,
      roundId: '',
      compoundId,
      compoundActive: active,
      eligibility,
      households: registered,
      householdsWithoutArea: withoutArea,
      roundOnePassed,
      scheme: row.schemeId
        ? { id: row.schemeId, final: row.schemeFinal, missingParts: SCHEME_PARTS - row.parts }
        : null,
      gates: await noticeGates(reader, { compoundId, schemeId: row.schemeId }),
      ...NONE_YET,
    },
  };
}
