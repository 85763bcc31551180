import 'server-only';
import { type FundFigures, figuresOfProject } from '@/lib/domain/funds/overview';
import type { AccountClass } from '@/lib/domain/funds/types';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { sumMoney } from '@/lib/domain/kernel/money';
import { Prisma } from '@/lib/server/db/sql';
import { PLAN_LINES } from './plan-lines';

export interface ProjectSource {
  source: string;
  kind: string;
  figures: FundFigures;
}

type Account = [source: string, kind: string, of: AccountClass, fen: string];
type Planned = [source: string, kind: string, fen: string];

/** What a project's accounts hold and its funding plan names, as JSON. Of project p. */
export const ACCOUNTS = Prisma.sql`(SELECT coalesce(json_agg(json_build_array(a.source, a.fund_kind, a.class, a.balance::text)), '[]')
  FROM ledger_account a WHERE a.project_id = p.id AND a.class IN ('receivable', 'cash', 'spent'))`;
export const PLANNED = Prisma.sql`(SELECT coalesce(json_agg(json_build_array(f.source, coalesce(f.kind, ''), f.amount::text)), '[]')
  FROM funding_line f WHERE ${PLAN_LINES})`;

export interface FundsRow {
  accounts: Account[];
  planned: Planned[];
}

/** By source and kind, those that are planned or moved. */
export function sourcesOf({ accounts, planned }: FundsRow): ProjectSource[] {
  const keyOf = ([source, kind]: Account | Planned) => `${source}/${kind}`;
  const [held, plans] = [groupBy(accounts, keyOf), groupBy(planned, keyOf)];
  return [...new Set([...plans.keys(), ...held.keys()])].map((key) => {
    const [source = '', kind = ''] = key.split('/');
    const own = (held.get(key) ?? []).map(([, , of, fen]) => ({ class: of, balance: BigInt(fen) }));
    const amount = sumMoney((plans.get(key) ?? []).map(([, , fen]) => BigInt(fen)));
    return { source, kind, figures: figuresOfProject(own, amount) };
  });
}
