import 'server-only';
import type { NoticeGates } from '@/lib/domain/notices/types';
import type { RoundRow } from '@/lib/domain/votes/answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { noticeGates } from '@/lib/server/notices/queries';
import { ROUND_COLUMNS, ROUND_FROM, roundRow, type StoredRound } from './rows';

export interface VotesOfCompound {
  /** every attempt of both votes, the latest first */
  rounds: RoundRow[];
  /** the latest version */
  scheme: { id: string; no: number; status: 'draft' | 'final' } | null;
  gates: NoticeGates;
}

/** Both votes of a compound, for its page. */
export async function votesOfCompound(reader: Reader, actor: Actor, compoundId: string): Promise<VotesOfCompound> {
  const stored = await reader.$queryRaw<StoredRound[]>(Prisma.sql`
    SELECT ${ROUND_COLUMNS} FROM ${ROUND_FROM} WHERE r.compound_id = ${compoundId}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])
    ORDER BY r.round, r.attempt DESC LIMIT 200`);
  const rounds = stored.map(roundRow);
  const [scheme = null] = await reader.$queryRaw<NonNullable<VotesOfCompound['scheme']>[]>`
    SELECT id, no, status FROM scheme WHERE compound_id = ${compoundId}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY no DESC LIMIT 1`;
  const second = rounds.filter(({ round, status }) => round === 2 && status !== 'cancelled');
  const voted = (second.find(({ outcome }) => outcome === 'passed') ?? second[0])?.scheme;
  const gates = await noticeGates(reader, { compoundId, schemeId: voted?.id ?? scheme?.id });
  return { rounds, scheme, gates };
}
