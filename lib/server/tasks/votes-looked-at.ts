import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { TaskKind } from '@/lib/domain/tasks/answers';
import { Prisma } from '@/lib/server/db/sql';
import { type Asked, type TasksOf, task } from './kind';

const SHOWN = 8;

interface Row {
  id: string;
  name: string;
  round: number;
  count: number;
}

interface Looked {
  kind: TaskKind;
  /** rows of vote_round r with what is counted of each */
  counted: Prisma.Sql;
  to: string;
}

/** One task for each round that has any of it, the most first. */
async function perRound(asked: Asked, { kind, counted, to }: Looked) {
  const { tx, actor } = asked;
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, c.name, r.round, count(*)::int AS count FROM vote_round r JOIN compound c ON c.id = r.compound_id ${counted}
      AND r.county_id = ANY(${[...actor.counties]}::uuid[]) GROUP BY r.id, c.name, r.round ORDER BY 4 DESC, r.id LIMIT ${SHOWN}`);
  return rows.map(({ id, ...params }) =>
    task(asked, { key: `${kind}:${id}`, kind, href: `/votes/${id}/${to}`, params }),
  );
}

/** Found wrong by the second person: whoever records puts it right while the round is open. */
export const wrongBallots: TasksOf = async (asked) => {
  const { level, role } = asked.actor;
  if (level !== 'community' || !can(role, 'vote.write')) return [];
  return perRound(asked, {
    kind: 'ballotsWrong',
    to: 'checks?state=wrong',
    counted: Prisma.sql`JOIN vote_standing s ON s.round_id = r.id AND s.choice IS NOT NULL JOIN ballot_check k ON k.ballot_id = s.ballot_id
      WHERE r.status = 'open' AND k.verdict = 'wrong'`,
  });
};

/** Ballots that wait for a second look, and households that wait for a call: never those that one recorded oneself. */
export const secondLooks: TasksOf = async (asked) => {
  const { accountId, role } = asked.actor;
  if (!can(role, 'vote.check')) return [];
  const another = Prisma.sql`b.recorded_by <> ${accountId}::uuid`;
  const checks = await perRound(asked, {
    kind: 'ballotsToCheck',
    to: 'checks',
    counted: Prisma.sql`JOIN vote_standing s ON s.round_id = r.id AND s.choice IS NOT NULL JOIN ballot b ON b.id = s.ballot_id
      WHERE r.status IN ('open', 'closed') AND NOT EXISTS (SELECT 1 FROM ballot_check k WHERE k.ballot_id = b.id) AND ${another}`,
  });
  const calls = await perRound(asked, {
    kind: 'callBacksWaiting',
    to: 'call-backs',
    counted: Prisma.sql`JOIN call_back k ON k.round_id = r.id JOIN ballot b ON b.id = k.ballot_id WHERE r.status = 'closed' AND k.outcome IS NULL AND ${another}`,
  });
  return [...checks, ...calls];
};
