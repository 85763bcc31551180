import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Task } from '@/lib/domain/tasks/answers';
import { groupThousands } from '@/lib/format/number';
import { fundBatches } from '@/lib/server/funds/batch-rows';
import { statements } from '@/lib/server/funds/imports/queries';
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

/** Payments that somebody else asked for: whoever approves sees them before anything else of the money. */
async function paymentsWaiting(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'payment.approve')) return [];
  const [row] = await tx.$queryRaw<{ count: number; total: string; days: number }[]>`
    SELECT count(*)::int AS count, coalesce(sum(o.amount), 0)::text AS total, coalesce(anju_today() - min(o.created_at AT TIME ZONE 'Asia/Shanghai')::date, 0)::int AS days
    FROM payment_order o WHERE o.status = 'submitted' AND o.created_by <> ${actor.accountId}::uuid AND o.county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (!row || row.count === 0) return [];
  const { count, total, days } = row;
  const params = { count, total: sum(formatMoney(BigInt(total))), days };
  return [
    task(asked, { key: 'fundPayments', kind: 'fundPaymentsWaiting', href: '/funds/payments?status=submitted', params }),
  ];
}

/** Bank statements and ledgers that were read and are not in the books yet. */
async function importDrafts({ tx, actor, ...more }: Asked): Promise<Task[]> {
  const { items } = await statements(tx, actor, { limit: NAMED, offset: 0 });
  return items
    .filter(({ status }) => status === 'draft')
    .map(({ id, fileName, lines, undecided }) =>
      task(
        { tx, actor, ...more },
        {
          key: `fundImport:${id}`,
          kind: 'fundImportDraft',
          href: `/funds/imports/${id}`,
          params: { name: fileName, lines, undecided },
        },
      ),
    );
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
      params: { year: String(year), total: sum(formatMoney(BigInt(total))), days },
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

/** Money that waits: payments for a second person, drafts for the prefecture; what was begun, the pool and the pace for whoever keeps the county's ledger. */
export const fundsWaiting: TasksOf = async (asked) => {
  const first = [...(await paymentsWaiting(asked)), ...(await draftBatches(asked))];
  if (!can(asked.actor.role, 'fund.write')) return first;
  return [...first, ...(await importDrafts(asked)), ...(await farBehind(asked)), ...(await poolWaiting(asked))];
};
