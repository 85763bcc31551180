import 'server-only';

// Said in the program and not in the database's own function: whoever could change that function could hide a change of the roll.
const HOUSEHOLD = `jsonb_build_array(v.household_id, v.building_id, v.building_name, v.unit_no, v.room, v.storey, v.area, v.voter, v.owners,
  v.receipt_hash)::text`;

/** One hash over a frozen roll: an aggregate over `vote_roll v`, the same when the round is opened and whenever it is checked. */
export const ROLL_HASH = `encode(sha256(convert_to(string_agg(${HOUSEHOLD}, E'\\n' ORDER BY v.household_id), 'UTF8')), 'hex')`;

/** Of the round $1; null for an empty roll. */
export const ROLL_HASH_OF_ROUND = `SELECT ${ROLL_HASH} AS hash FROM vote_roll v WHERE v.round_id = $1::uuid`;
