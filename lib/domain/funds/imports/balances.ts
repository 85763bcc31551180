import { type Money, sumMoney } from '../../kernel/money';

export interface BalanceLine {
  rowNo: number;
  /** signed: in +, out − */
  amount: Money;
  balance: Money | null;
}

export interface BalanceBreak {
  rowNo: number;
  expected: Money;
  found: Money;
}

export interface BalanceChain {
  /** newest first: statements are printed either way */
  descending: boolean;
  opening: Money | null;
  closing: Money | null;
  in: Money;
  out: Money;
  breaks: BalanceBreak[];
}

/** 余额衔接: previous balance + in − out = balance, in the order of time. What no balance stands beside is carried on. */
function breaksOf(lines: readonly BalanceLine[], opening: Money | null): BalanceBreak[] {
  const breaks: BalanceBreak[] = [];
  let before = opening;
  for (const { rowNo, amount, balance } of lines) {
    const expected = before === null ? null : before + amount;
    if (balance !== null && expected !== null && balance !== expected) breaks.push({ rowNo, expected, found: balance });
    before = balance ?? expected;
  }
  return breaks;
}

const turned = (lines: readonly BalanceLine[]): BalanceLine[] =>
  lines.map((line) => ({ ...line, amount: -line.amount }));

export function balanceChain(lines: readonly BalanceLine[], opening: Money | null): BalanceChain {
  const backwards = [...lines].reverse();
  const [up, down] = [breaksOf(lines, opening), breaksOf(backwards, opening)];
  const descending = down.length < up.length;
  const inOrder = descending ? backwards : lines;
  const known = inOrder.filter(({ balance }) => balance !== null);
  const [first, last] = [known[0], known.at(-1)];
  const at = first ? inOrder.indexOf(first) : 0;
  const before = sumMoney(inOrder.slice(0, at + 1).map(({ amount }) => amount));
  return {
    descending,
    opening: opening ?? (first?.balance == null ? null : first.balance - before),
    closing: last?.balance ?? null,
    in: sumMoney(lines.filter(({ amount }) => amount > 0n).map(({ amount }) => amount)),
    out: -sumMoney(lines.filter(({ amount }) => amount < 0n).map(({ amount }) => amount)),
    breaks: descending ? down : up,
  };
}

/** 借 and 贷 are the other way round: as they stand no balance follows from the one before, turned round all do. */
export function sidesAreTurned(lines: readonly BalanceLine[], opening: Money | null): boolean {
  const steps = lines.filter(({ balance }) => balance !== null).length - (opening === null ? 1 : 0);
  if (steps < 3) return false;
  const asIs = balanceChain(lines, opening).breaks.length;
  return asIs >= steps && balanceChain(turned(lines), opening).breaks.length === 0;
}
