import 'server-only';
import type { ContractLine, ProjectMoney } from '@/lib/domain/funds/answers';
import { flowsOf } from '@/lib/domain/funds/overview';
import { type AccountRow, type PlannedRow, statementOf } from '@/lib/domain/funds/statement';
import type { Pot } from '@/lib/domain/funds/types';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import { FUNDING_SOURCES } from '@/lib/domain/rulebook/schema-funding';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { companyName, yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { ASKED_OF_CONTRACT, WAITS } from './facts';
import { PLAN_LINES } from './plan-lines';
import { entriesOfProject, paymentOrders } from './queries';

type AsText<T, K extends keyof T> = Omit<T, K> & Record<K, string>;
const LATEST = 20;

/** The money of a project: planned, allocated, received, paid; by source and pot; contracts; the latest entries. */
export async function projectMoney(reader: Reader, actor: Actor, projectId: string): Promise<ProjectMoney> {
  const scope = (alias: string) =>
    projectScope(actor, Prisma.raw(`${alias}.project_id`), Prisma.raw(`${alias}.county_id`));
  const [accounts, plan, pending, contracts, pools, flows, entries, [counted], orders] = await Promise.all([
    reader.$queryRaw<AsText<AccountRow, 'balance'>[]>`
      SELECT a.source, a.fund_kind AS kind, a.earmark, a.class, a.balance::text AS balance FROM ledger_account a WHERE a.project_id = ${projectId}::uuid AND ${scope('a')}`,
    reader.$queryRaw<AsText<PlannedRow, 'amount'>[]>`
      SELECT f.source, coalesce(f.kind, '') AS kind, f.amount::text AS amount FROM funding_line f JOIN project p ON p.id = ${projectId}::uuid WHERE ${PLAN_LINES} AND ${scope('f')}`,
    reader.$queryRaw<(Pot & { amount: string })[]>`
      SELECT o.source, o.fund_kind AS kind, o.earmark, o.amount::text AS amount FROM payment_order o
      WHERE o.project_id = ${projectId}::uuid AND ${WAITS} AND ${scope('o')}`,
    reader.$queryRaw<{ doc: ContractLine }[]>`
      SELECT json_build_object('id', k.id, 'no', k.no, 'name', k.name, 'company', ${companyName('k.company_id')}, 'status', k.status, 'amount', ${yuan('k.amount')},
        'paid', ${yuan('coalesce(c.paid, 0)')}, 'pending', ${yuan('asked.sum')}, 'left', ${yuan('(k.amount - coalesce(c.paid, 0))')}) AS doc
      FROM contract k LEFT JOIN company o ON o.id = k.company_id LEFT JOIN contract_paid c ON c.contract_id = k.id ${ASKED_OF_CONTRACT} WHERE k.project_id = ${projectId}::uuid AND ${scope('k')}
      ORDER BY k.status, k.signed_on, k.no`,
    reader.$queryRaw<(Pot & { amount: string })[]>`
      SELECT a.source, a.fund_kind AS kind, a.earmark, a.balance::text AS amount FROM ledger_account a JOIN project p ON p.id = ${projectId}::uuid AND ${projectScope(actor)}
      WHERE a.project_id IS NULL AND a.class = 'pool' AND a.balance > 0 AND a.county_id = p.county_id AND a.programme_year_id = p.programme_year_id`,
    reader.$queryRaw<{ source: FundingSource; item: string; paid: string }[]>`
      SELECT a.source, l.item, sum(CASE l.side WHEN 'debit' THEN l.amount ELSE -l.amount END)::text AS paid FROM ledger_line l JOIN ledger_account a ON a.id = l.account_id
      WHERE a.project_id = ${projectId}::uuid AND a.class = 'spent' AND ${scope('a')} GROUP BY 1, 2 HAVING sum(CASE l.side WHEN 'debit' THEN l.amount ELSE -l.amount END) <> 0`,
    entriesOfProject(reader, actor, projectId, LATEST),
    reader.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM ledger_entry e WHERE e.project_id = ${projectId}::uuid AND ${scope('e')}`,
    paymentOrders(reader, actor, { projectId }),
  ]);
  const money = <T extends { amount: string }>(rows: T[]) =>
    rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
  const stated = statementOf(
    accounts.map((row) => ({ ...row, balance: BigInt(row.balance) })),
    money(plan),
    money(pending),
    FUNDING_SOURCES,
  );
  return {
    ...stated,
    flows: flowsOf(
      flows.map((flow) => ({ ...flow, paid: BigInt(flow.paid) })),
      FUNDING_SOURCES,
    ).map((flow) => ({
      ...flow,
      paid: formatMoney(flow.paid),
    })),
    contracts: contracts.map(({ doc }) => doc),
    ...{ entries, entryCount: counted?.count ?? 0, orders },
    pools: money(pools).map((pool) => ({ ...pool, amount: formatMoney(pool.amount) })),
  };
}
