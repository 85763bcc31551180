import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { Task } from '@/lib/domain/tasks/answers';
import { unmet } from '@/lib/domain/votes/rounds';
import { roundFacts } from '@/lib/server/votes/round-facts';
import { type TasksOf, task } from './kind';

/** So many are looked at one by one; the rest come when these are done. */
const LOOKED_AT = 12;

/** Closed rounds that nothing stands against any more: the county bureau certifies them. */
export const votesToCertify: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'vote.certify')) return [];
  const rows = await tx.$queryRaw<{ id: string; name: string; round: number }[]>`
    SELECT r.id, c.name, r.round FROM vote_round r JOIN compound c ON c.id = r.compound_id
    WHERE r.status = 'closed' AND r.county_id = ANY(${[...actor.counties]}::uuid[])
      AND EXISTS (SELECT 1 FROM notice n WHERE n.round_id = r.id AND n.kind = 'result' AND n.status = 'completed') ORDER BY r.closed_at, r.id LIMIT ${LOOKED_AT}`;
  const tasks: Task[] = [];
  for (const { id, ...params } of rows) {
    const facts = await roundFacts(tx, actor, id);
    if (!facts || unmet('certify', facts).length > 0) continue;
    tasks.push(task(asked, { key: `certify:${id}`, kind: 'voteCertify', href: `/votes/${id}#next`, params }));
  }
  return tasks;
};
