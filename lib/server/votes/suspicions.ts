import 'server-only';
import type { Suspicion } from '@/lib/domain/votes/answers';
import { type SeenBallot, suspicionsOf, type Whole } from '@/lib/domain/votes/suspicions';
import type { Reader } from '@/lib/server/db/with-reader';

type Moment = 'recordedAt' | 'collectedAt' | 'deviceAt' | 'formPrintedAt';
/** Moments come as milliseconds: thousands of them are cheaper read as numbers than as texts. */
type Row = Omit<SeenBallot, Moment> & {
  roundId: string;
  recordedAt: number;
  collectedAt: number;
  deviceAt: number | null;
  formPrintedAt: number | null;
};
type Sums = Whole & { roundId: string; roll: number };

const wholes = (reader: Reader, roundIds: readonly string[]): Promise<Sums[]> =>
  reader.$queryRaw<Sums[]>`
    SELECT r.id AS "roundId", r.roll_households AS roll, count(*)::int AS ballots, count(DISTINCT b.recorded_by)::int AS accounts, CASE WHEN count(DISTINCT b.recorded_by) = 1 THEN anju_name_of((array_agg(b.recorded_by))[1]) END AS name,
      (count(*) FILTER (WHERE b.choice = 'agree'))::int AS agree
    FROM vote_round r JOIN vote_standing s ON s.round_id = r.id AND s.choice IS NOT NULL JOIN ballot b ON b.id = s.ballot_id
    WHERE r.id = ANY(${[...roundIds]}::uuid[]) GROUP BY r.id`;

/** Of piles, what has a form, a photo, or a clock that is ahead; and all that was recorded one by one. */
const seen = (reader: Reader, roundIds: readonly string[]): Promise<Row[]> =>
  reader.$queryRaw<Row[]>`
    SELECT b.id, b.round_id AS "roundId", b.household_id AS "householdId", b.choice, b.channel, b.source, b.recorded_by AS "recordedBy",
      (extract(epoch FROM b.recorded_at) * 1000)::float8 AS "recordedAt", (extract(epoch FROM b.device_at) * 1000)::float8 AS "deviceAt",
      (extract(epoch FROM b.collected_at) * 1000)::float8 AS "collectedAt", (extract(epoch FROM f.printed_at) * 1000)::float8 AS "formPrintedAt", f.serial AS "formSerial", b.photo_sha256 AS "photoSha256",
      CASE WHEN b.photo_sha256 IS NULL THEN 0 ELSE (SELECT count(DISTINCT (o.round_id, o.household_id))::int FROM ballot o
        WHERE o.photo_sha256 = b.photo_sha256 AND (o.round_id, o.household_id) <> (b.round_id, b.household_id)) END AS "samePhoto"
    FROM vote_standing s JOIN ballot b ON b.id = s.ballot_id LEFT JOIN vote_form f ON f.form_no = b.form_no
    WHERE s.round_id = ANY(${[...roundIds]}::uuid[]) AND s.choice IS NOT NULL
      AND (b.source = 'single' OR b.form_no IS NOT NULL OR b.photo_sha256 IS NOT NULL OR b.device_at > b.recorded_at) ORDER BY b.round_id, b.seq, b.id`;

const momentOf = (ms: number | null) => (ms === null ? null : new Date(ms));

/** What looks odd about these rounds. Ballots that stand are looked at; corrections have their own history. */
export async function suspicionsIn(reader: Reader, roundIds: readonly string[]): Promise<Map<string, Suspicion[]>> {
  const [all, rows] = await Promise.all([wholes(reader, roundIds), seen(reader, roundIds)]);
  const rounds = new Map<string, SeenBallot[]>();
  for (const { roundId, recordedAt, collectedAt, deviceAt, formPrintedAt, ...row } of rows) {
    const ballot = {
      ...row,
      recordedAt: new Date(recordedAt),
      collectedAt: new Date(collectedAt),
      deviceAt: momentOf(deviceAt),
      formPrintedAt: momentOf(formPrintedAt),
    };
    const known = rounds.get(roundId);
    if (known) known.push(ballot);
    else rounds.set(roundId, [ballot]);
  }
  return new Map(
    all.map(({ roundId, roll, ...whole }) => [roundId, suspicionsOf(rounds.get(roundId) ?? [], roll, whole)]),
  );
}
