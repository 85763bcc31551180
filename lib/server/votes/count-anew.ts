import 'server-only';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { TallyView, VerdictView } from '@/lib/domain/votes/answers';
import { sumsOf } from '@/lib/domain/votes/count';
import type { Choice, RollHousehold } from '@/lib/domain/votes/types';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { type KeptSums, sumsOfKept, TALLY, tallyView, verdictsOf } from './tally';

export interface CountedResult {
  tally: TallyView;
  verdicts: VerdictView[];
  /** head of the chain that was counted */
  head: { seq: number; hash: string };
}

/**
 * The result is counted from the ballots themselves, household by household of the frozen roll, and held against the sums that were kept
 * while recording. Were they two different numbers, nothing would be closed or certified on either.
 */
export async function countAnew(tx: Tx, roundId: string, rulebook: Rulebook, test: string): Promise<CountedResult> {
  const roll = await tx.$queryRaw<(RollHousehold & { choice: Choice | null })[]>`
    SELECT v.household_id AS id, v.area, v.voter, (SELECT b.choice FROM ballot b WHERE b.round_id = v.round_id AND b.household_id = v.household_id AND b.kind <> 'noted'
      AND NOT EXISTS (SELECT 1 FROM ballot later WHERE later.replaces_id = b.id)) AS choice
    FROM vote_roll v WHERE v.round_id = ${roundId}::uuid`;
  const standing = new Map(roll.flatMap(({ id, choice }): [string, Choice][] => (choice ? [[id, choice]] : [])));
  const sums = sumsOf(roll, standing);
  const [kept] = await tx.$queryRaw<{ tally: KeptSums; seq: number; hash: string }[]>(
    Prisma.sql`SELECT ${TALLY} AS tally, t.head_seq AS seq, t.head_hash AS hash FROM vote_round r JOIN vote_tally t ON t.round_id = r.id WHERE r.id = ${roundId}::uuid`,
  );
  if (!kept) throw new Error('a round without its sums');
  const stored = sumsOfKept(kept.tally);
  const differing = (Object.keys(sums) as (keyof typeof sums)[]).filter((key) => sums[key] !== stored[key]);
  if (differing.length > 0) throw new Error(`vote sums of ${roundId} differ from its ballots: ${differing.join(', ')}`);
  return {
    tally: tallyView(kept.tally),
    verdicts: verdictsOf(rulebook, test, sums),
    head: { seq: kept.seq, hash: kept.hash },
  };
}
