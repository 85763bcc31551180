import 'server-only';
import type { CandidateAnswer } from '@/lib/domain/funds/batch-answers';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { gapsOf, withoutPot } from './gaps';

/** Projects of the batch's year that money of its kind may go to, with what each lacks. */
export async function batchCandidates(reader: Reader, actor: Actor, id: string): Promise<CandidateAnswer[]> {
  const [batch] = await reader.$queryRaw<{ yearId: string; source: FundingSource; kind: string }[]>`
    SELECT programme_year_id AS "yearId", source, fund_kind AS kind FROM fund_batch WHERE id = ${id}::uuid AND prefecture_id = ${actor.prefectureId}::uuid AND status <> 'discarded'`;
  return batch ? (await gapsOf(reader, actor, { yearId: batch.yearId, pots: [batch] })).map(withoutPot) : [];
}
