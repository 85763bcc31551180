import type { Money } from '../kernel/money';
import type { AccountClass, Entry, Movement, Pot, Reversible } from './types';

export interface Line {
  /** null: the county's own account */
  projectId: string | null;
  class: AccountClass;
  side: 'debit' | 'credit';
  amount: Money;
  item: string | null;
}

type Side = readonly [AccountClass, 'project' | 'county'];

/** What each movement debits and credits (借、贷). The trigger `ledger_post` writes the same; a test holds them together. */
export const SIDES: Record<Reversible, { debit: Side; credit: Side }> = {
  allocated: { debit: ['receivable', 'project'], credit: ['grant', 'project'] },
  assigned: { debit: ['receivable', 'project'], credit: ['pool', 'county'] },
  received: { debit: ['cash', 'project'], credit: ['receivable', 'project'] },
  paid: { debit: ['spent', 'project'], credit: ['cash', 'project'] },
};
const POOLED: { debit: Side; credit: Side } = { debit: ['pool', 'county'], credit: ['grant', 'county'] };

const sidesOf = (kind: Reversible, projectId: string | null) =>
  kind === 'allocated' && projectId === null ? POOLED : SIDES[kind];

/** What of an entry moves money. */
export type Posting = Pick<Entry, 'movement' | 'pot' | 'projectId' | 'amount' | 'items' | 'reverses'>;

/** The debits and credits of an entry: their sums are alike. A reversal is what it takes back, with the sides changed. */
export function linesOf({ movement, projectId, amount, items, reverses }: Posting): Line[] {
  const of = movement === 'reversed' ? reverses?.movement : movement;
  if (!of) throw new Error('a reversal without what it reverses');
  const { debit, credit } = sidesOf(of, projectId);
  const [first, second] = movement === 'reversed' ? (['credit', 'debit'] as const) : (['debit', 'credit'] as const);
  const at = ([name, whose]: Side, side: Line['side'], money: Money, item: string | null): Line => ({
    projectId: whose === 'county' ? null : projectId,
    class: name,
    side,
    amount: money,
    item,
  });
  const parts = items?.map((part) => at(debit, first, part.amount, part.item)) ?? [at(debit, first, amount, null)];
  return [...parts, at(credit, second, amount, null)];
}

/** An account by what it is of; '' stands for the county's own. */
export const accountKey = ({ source, kind, earmark }: Pot, projectId: string | null, of: AccountClass): string =>
  [projectId ?? '', source, kind, earmark, of].join('/');

export type Balances = ReadonlyMap<string, Money>;

/** Adds an entry to balances (debits − credits, fen). The same as the database keeps; history added again must give them. */
export function post(balances: Balances, entry: Posting): Balances {
  const next = new Map(balances);
  for (const line of linesOf(entry)) {
    const key = accountKey(entry.pot, line.projectId, line.class);
    const delta = line.side === 'debit' ? line.amount : -line.amount;
    next.set(key, (next.get(key) ?? 0n) + delta);
  }
  return next;
}

export interface Figures {
  /** 下达 */
  allocated: Money;
  /** 到位 */
  received: Money;
  /** 支付 */
  paid: Money;
  /** 下达未到位 = 下达 − 到位 */
  outstanding: Money;
  /** 结余 = 到位 − 支付 */
  left: Money;
}

/** The one definition of a project's three figures, from its accounts' balances: what is paid was received, what is received was allocated. */
export function figuresOf(accounts: Iterable<{ class: AccountClass; balance: Money }>): Figures {
  const held: Record<AccountClass, Money> = { grant: 0n, pool: 0n, receivable: 0n, cash: 0n, spent: 0n };
  for (const account of accounts) held[account.class] += account.balance;
  const { receivable: outstanding, cash: left, spent: paid } = held;
  const received = left + paid;
  return { allocated: outstanding + received, received, paid, outstanding, left };
}

/** Sums of figures: of sources, projects, counties. */
export const addFigures = (all: Iterable<Figures>): Figures => {
  const total: Figures = { allocated: 0n, received: 0n, paid: 0n, outstanding: 0n, left: 0n };
  for (const one of all) for (const key of Object.keys(total) as (keyof Figures)[]) total[key] += one[key];
  return total;
};

/** Movements of money into and out of a month; a reversal counts against what it takes back. */
export const signOf = (movement: Movement): 1n | -1n => (movement === 'reversed' ? -1n : 1n);
