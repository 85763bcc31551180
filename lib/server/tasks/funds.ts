import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Task } from '@/lib/domain/tasks/answers';
import { groupThousands } from '@/lib/format/number';
import { fundBatches } from '@/lib/server/funds/batch-rows';
import { pacesOf } from '@/lib/server/funds/pace';
import { type Asked, type TasksOf, task } from './kind';

const NAMED = 10;
const sum = (yuan: string) => groupThousands(yuan);
const points = (hundredths: number) => formatHundredths(BigInt(hundredths));

/** Batches that the prefecture bureau began and has not issued. */
async function draftBatches(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'fund.allocate')) return [];
  const drafts = (await fundBatches(tx, actor)).filter(({ status }) => status === 'draft').slice(0, NAMED);
  return drafts.map(({ id, title, documentNo, total, placed }) => {
    const params = { name: title, documentNo, total: sum(total), placed: sum(placed) };
    return task(asked, { key: `fundBatch:${id}`, kind: 'fundBatchDraft', href: `/funds/batches/${id}`, params });
  });
}

/** Money of the county's pool, of each year by itself. */
async function poolWaiting(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  const rows = await tx.$queryRaw<{ year: number; total: string; days: number }[]>`
    SELECT y.year, sum(a.balance)::text AS total, coalesce((SELECT anju_today() - min(e.entry_on) FROM ledger_entry e WHERE e.county_id = a.county_id AND e.programme_year_id = y.id
        AND e.project_id IS NULL AND e.kind = 'allocated' AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id)), 0)::int AS days
    FROM ledger_account a JOIN programme_year y ON y.id = a.programme_year_id WHERE a.class = 'pool' AND a.balance > 0 AND a.county_id = ${actor.countyId}::uuid
    GROUP BY y.id, a.county_id ORDER BY y.year`;
  return rows.map(({ year, total, days }) =>
    task(asked, {
      key: `fundPool:${year}`,
      kind: 'fundPool',
      href: `/funds/pool?year=${year}`,
      params: { total: sum(formatMoney(BigInt(total))), days },
    }),
  );
}

/** 支出严重滞后 of the current year. */
async function farBehind(asked: Asked): Promise<Task[]> {
  const paces = await pacesOf(asked.tx, asked.actor);
  return paces
    .filter(({ state }) => state === 'farBehind')
    .map(({ year, behind, spent, due }) =>
      task(asked, {
        key: `fundPace:${year}`,
        kind: 'fundPaceFar',
        href: `/funds/watch?year=${year}`,
        params: { year: String(year), points: points(behind), spent: points(spent), due: points(due) },
      }),
    );
}

/** Money that waits: drafts for the prefecture, the pool and the pace for whoever keeps the county's ledger. */
export const fundsWaiting: TasksOf = async (asked) => {
  const drafts = await draftBatches(asked);
  if (!can(asked.actor.role, 'fund.write')) return drafts;
  return [...drafts, ...(await farBehind(asked)), ...(await poolWaiting(asked))];
};
