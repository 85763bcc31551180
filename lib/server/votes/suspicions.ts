import 'server-only';
import type { Suspicion } from '@/lib/domain/votes/answers';
import { type SeenBallot, suspicionsOf } from '@/lib/domain/votes/suspicions';
import type { Reader } from '@/lib/server/db/with-reader';

type Row = Omit<SeenBallot, 'recordedAt' | 'deviceAt' | 'recordedByName'> & {
  roundId: string;
  roll: number;
  recordedAt: number;
  deviceAt: number | null;
};

/** What looks odd about these rounds. Ballots that stand are looked at; corrections have their own history. */
export async function suspicionsIn(reader: Reader, roundIds: readonly string[]): Promise<Map<string, Suspicion[]>> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT b.id, b.round_id AS "roundId", r.roll_households AS roll, b.household_id AS "householdId", b.choice, b.channel, b.source, b.recorded_by AS "recordedBy",
      (extract(epoch FROM b.recorded_at) * 1000)::float8 AS "recordedAt", (extract(epoch FROM b.device_at) * 1000)::float8 AS "deviceAt",
      f.serial AS "formSerial", b.photo_sha256 AS "photoSha256",
      CASE WHEN b.photo_sha256 IS NULL THEN 0 ELSE (SELECT count(DISTINCT (o.round_id, o.household_id))::int FROM ballot o
        WHERE o.photo_sha256 = b.photo_sha256 AND (o.round_id, o.household_id) <> (b.round_id, b.household_id)) END AS "samePhoto"
    FROM vote_round r JOIN vote_standing s ON s.round_id = r.id AND s.choice IS NOT NULL JOIN ballot b ON b.id = s.ballot_id
      LEFT JOIN vote_form f ON f.form_no = b.form_no
    WHERE r.id = ANY(${[...roundIds]}::uuid[]) ORDER BY b.round_id, b.seq, b.id`;
  const people = [...new Set(rows.map(({ recordedBy }) => recordedBy))];
  const named = await reader.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT id, anju_name_of(id) AS name FROM unnest(${people}::uuid[]) AS id`;
  const names = new Map(named.map(({ id, name }) => [id, name ?? '']));
  const rounds = new Map<string, { roll: number; ballots: SeenBallot[] }>();
  for (const { roundId, roll, recordedAt, deviceAt, ...row } of rows) {
    const round = rounds.get(roundId) ?? { roll, ballots: [] };
    round.ballots.push({
      ...row,
      recordedByName: names.get(row.recordedBy) ?? '',
      recordedAt: new Date(recordedAt),
      deviceAt: deviceAt === null ? null : new Date(deviceAt),
    });
    rounds.set(roundId, round);
  }
  return new Map([...rounds].map(([id, { roll, ballots }]) => [id, suspicionsOf(ballots, roll)]));
}
