import { compact } from '../../imports/reading';
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date';
import { groupBy } from '../../kernel/group-by';
import { type Money, sumMoney } from '../../kernel/money';
import type { FundingSource } from '../../rulebook/schema-funding';
import type { Pot } from '../types';
import { reversalOf, takesBack } from './hints';
import { isTreasury, likeness } from './names';
import type { BankLine } from './types';

/** An entry of the books, or a payment that was asked for, that no line of a bank statement stands beside yet. */
export interface Booked {
  type: 'entry' | 'order';
  id: string;
  direction: 'in' | 'out';
  amount: Money;
  day: CalendarDate;
  voucherNo: string;
  counterparty: string | null;
  project: string | null;
  /** it takes back another entry */
  reverses: boolean;
}

/** 下达未到位: what a pot of a project still expects. */
export interface Expected extends Pot {
  projectId: string;
  projectName: string;
  projectCode: string;
  outstanding: Money;
  /** who pays it in, as funding plan and allocations name them */
  payers: readonly string[];
}

/** A contract that money is still to be paid on. */
export interface Payable {
  contractId: string;
  contractNo: string;
  projectId: string;
  company: string;
  left: Money;
}

export interface MatchFacts {
  booked: readonly Booked[];
  expected: readonly Expected[];
  payable: readonly Payable[];
  /** sources that are the government's own money: the treasury pays them in */
  fiscal: ReadonlySet<FundingSource>;
  /** rows that another row may take back */
  takenBack?: ReadonlySet<number>;
}

export type Because =
  | { code: 'amountSame' }
  | { code: 'amountWithin' }
  | { code: 'daysApart'; days: number }
  | { code: 'voucherSame' }
  | { code: 'nameSame' }
  | { code: 'nameLike' }
  | { code: 'treasury' }
  | { code: 'remarkNames' }
  | { code: 'reversalSaid' }
  | { code: 'reversalRed' };

export type Target =
  | { type: 'entry' | 'order'; id: string }
  | ({ type: 'receipt'; projectId: string } & Pot)
  | { type: 'payment'; projectId: string; contractId: string };

export interface Candidate {
  target: Target;
  score: number;
  because: Because[];
  /** it may be the one by what both say; without that a person decides */
  evident: boolean;
}

export interface LineMatch {
  /** found: one stands out; unsure: a person chooses among the candidates; none: nothing is known of it */
  state: 'found' | 'unsure' | 'none';
  chosen: Candidate | null;
  /** the best first */
  candidates: Candidate[];
}

export type MatchLine = BankLine & { id: string };

/** What each agreement counts for; they add up. */
const SCORE = {
  amountSame: 40,
  amountWithin: 15,
  voucherSame: 50,
  nameSame: 30,
  nameLike: 15,
  treasury: 15,
  remarkNames: 25,
  reversalSaid: 20,
  reversalRed: 20,
} as const;
const DAYS = 7;
const PER_DAY = 2;
const MOST_SHOWN = 5;

const scoreOf = (because: readonly Because[]): number =>
  because.reduce((sum, one) => sum + (one.code === 'daysApart' ? (DAYS - one.days + 1) * PER_DAY : SCORE[one.code]), 0);

const PROOF: ReadonlySet<Because['code']> = new Set(['voucherSame', 'nameSame', 'nameLike', 'treasury', 'remarkNames']);

const candidate = (target: Target, because: Because[]): Candidate => ({
  ...{ target, because, score: scoreOf(because), evident: because.some(({ code }) => PROOF.has(code)) },
});

const named = (one: string | null, other: string | null): Because[] => {
  const found = likeness(one, other);
  return found ? [{ code: found === 'same' ? 'nameSame' : 'nameLike' }] : [];
};

const mentions = (remark: string | null, words: readonly string[]): Because[] =>
  words.some((word) => compact(word) !== '' && compact(remark).includes(compact(word)))
    ? [{ code: 'remarkNames' }]
    : [];

/** 已入账: the same sum, within a week, and a number or a name that agrees. */
function againstBooked(line: MatchLine, sum: Money, booked: Booked): Candidate | null {
  const days = Math.abs(daysBetween(line.day, booked.day));
  if (booked.amount !== sum || days > DAYS) return null;
  const back = booked.reverses ? reversalOf(line) : null;
  const isSame = line.serialNo !== null && compact(line.serialNo) === compact(booked.voucherNo);
  return candidate({ type: booked.type, id: booked.id }, [
    { code: 'amountSame' },
    { code: 'daysApart', days },
    ...(isSame ? [{ code: 'voucherSame' } as const] : mentions(line.remark, [booked.voucherNo, booked.project ?? ''])),
    ...named(line.counterparty, booked.counterparty),
    ...(back ? [{ code: back }] : []),
  ]);
}

function againstExpected(line: MatchLine, sum: Money, one: Expected, fiscal: MatchFacts['fiscal']): Candidate | null {
  const { outstanding, projectId, source, kind, earmark, payers } = one;
  if (sum > outstanding) return null;
  const names = payers.flatMap((payer) => named(line.counterparty, payer));
  const best = names.find(({ code }) => code === 'nameSame') ?? names[0];
  const byTreasury = !best && fiscal.has(source) && isTreasury(line.counterparty);
  const because: Because[] = [
    { code: sum === outstanding ? 'amountSame' : 'amountWithin' },
    ...(best ? [best] : []),
    ...(byTreasury ? [{ code: 'treasury' } as const] : []),
    ...mentions(line.remark, [one.projectName, one.projectCode]),
  ];
  const found = candidate({ type: 'receipt', projectId, source, kind, earmark }, because);
  return found.evident || sum === outstanding ? found : null;
}

function againstPayable(
  line: MatchLine,
  sum: Money,
  { contractId, contractNo, projectId, company, left }: Payable,
): Candidate | null {
  const names = named(line.counterparty, company);
  if (names.length === 0 || sum > left) return null;
  const how = sum === left ? 'amountSame' : 'amountWithin';
  return candidate({ type: 'payment', projectId, contractId }, [
    { code: how },
    ...names,
    ...mentions(line.remark, [contractNo]),
  ]);
}

export const targetKey = (target: Target): string =>
  target.type === 'receipt'
    ? ['receipt', target.projectId, target.source, target.kind, target.earmark].join('/')
    : target.type === 'payment'
      ? `payment/${target.contractId}`
      : `${target.type}/${target.id}`;

/** What the books hold goes before what is still expected: a movement is not entered twice. */
const rank = ({ target: { type } }: Candidate): number => (type === 'entry' ? 0 : type === 'order' ? 1 : 2);
const better = (a: Candidate, b: Candidate): number =>
  Number(b.evident) - Number(a.evident) ||
  rank(a) - rank(b) ||
  b.score - a.score ||
  (targetKey(a.target) < targetKey(b.target) ? -1 : 1);
/** Nothing sets them apart but their numbers. */
const alike = (a: Candidate, b: Candidate): boolean =>
  a.evident === b.evident && rank(a) === rank(b) && a.score === b.score;

/** A line that takes something back stands beside a reversal, and no other line does; else a person says what it is. */
const alikeInKind = (
  line: MatchLine,
  { reverses }: { reverses: boolean },
  found: Candidate | null,
): Candidate | null => (found && reverses !== takesBack(line) ? { ...found, evident: false } : found);

function candidatesOf(line: MatchLine, facts: Indexed): Candidate[] {
  const sum = line.amount < 0n ? -line.amount : line.amount;
  const direction = line.amount < 0n ? 'out' : 'in';
  const booked = facts.booked.get(`${direction}/${sum}`) ?? [];
  const asNew = (found: Candidate | null): Candidate | null =>
    found && (takesBack(line) || facts.takenBack?.has(line.rowNo)) ? { ...found, evident: false } : found;
  const all = [
    ...booked.map((one) => alikeInKind(line, one, againstBooked(line, sum, one))),
    ...(direction === 'in'
      ? facts.expected.map((one) => asNew(againstExpected(line, sum, one, facts.fiscal)))
      : facts.payable.map((one) => asNew(againstPayable(line, sum, one)))),
  ];
  return all.filter((one) => one !== null).sort(better);
}

interface Indexed extends Omit<MatchFacts, 'booked'> {
  booked: ReadonlyMap<string, Booked[]>;
}

const isOnce = ({ target: { type } }: Candidate): boolean => type === 'entry' || type === 'order';

/** The candidate that stands out among those left, if one does. What may be in the books already is not entered without a person's word. */
function bestOf(candidates: readonly Candidate[], taken: ReadonlySet<string>): Candidate | null {
  const [first, second, ...more] = candidates.filter(({ target }) => !taken.has(targetKey(target)));
  if (!first?.evident || (second && alike(first, second))) return null;
  return isOnce(first) || ![second, ...more].some((one) => one && isOnce(one)) ? first : null;
}

/** Lines whose best is one target: whoever agrees with it best has it; of two that agree alike none. */
function winners(bids: readonly [id: string, bid: Candidate][]): [string, Candidate][] {
  return [...groupBy(bids, ([, bid]) => targetKey(bid.target)).values()].flatMap((group) => {
    const top = group.reduce((most, [, { score }]) => Math.max(most, score), 0);
    const best = group.filter(([, { score }]) => score === top);
    return best.length === 1 ? best : [];
  });
}

/** More comes in than the pot still expects: which of them it is, a person says. */
function withinOutstanding(
  chosen: ReadonlyMap<string, Candidate>,
  lines: readonly MatchLine[],
  facts: MatchFacts,
): Set<string> {
  const most = new Map<string, Money>([
    ...facts.expected.map((one): [string, Money] => [targetKey({ type: 'receipt', ...one }), one.outstanding]),
    ...facts.payable.map((one): [string, Money] => [targetKey({ type: 'payment', ...one }), one.left]),
  ]);
  const shares = lines.flatMap((line) => {
    const bid = chosen.get(line.id);
    return bid && !isOnce(bid) ? [{ line, key: targetKey(bid.target) }] : [];
  });
  const beyond = [...groupBy(shares, ({ key }) => key)].filter(([key, all]) => {
    const sum = sumMoney(all.map(({ line: { amount } }) => (amount < 0n ? -amount : amount)));
    return sum > (most.get(key) ?? 0n);
  });
  return new Set(beyond.flatMap(([, all]) => all.map(({ line }) => line.id)));
}

/**
 * Every line against what is known: what the books hold, what is asked for, what is expected. A line has one target at most, an entry or a request one line
 * at most; two that agree alike are never chosen between. What is found does not hang on the order of the lines.
 */
export function matchLines(lines: readonly MatchLine[], facts: MatchFacts): Map<string, LineMatch> {
  const indexed: Indexed = { ...facts, booked: groupBy(facts.booked, (one) => `${one.direction}/${one.amount}`) };
  const candidates = new Map(lines.map((line) => [line.id, candidatesOf(line, indexed)] as const));
  const chosen = new Map<string, Candidate>();
  const taken = new Set<string>();
  for (let found = true; found; ) {
    const bids = lines.flatMap(({ id }): [string, Candidate][] => {
      const bid = chosen.has(id) ? null : bestOf(candidates.get(id) ?? [], taken);
      return bid && isOnce(bid) ? [[id, bid]] : [];
    });
    const won = winners(bids);
    for (const [id, bid] of won) chosen.set(id, bid);
    for (const [, bid] of won) taken.add(targetKey(bid.target));
    found = won.length > 0;
  }
  for (const { id } of lines) {
    const bid = chosen.has(id) ? null : bestOf(candidates.get(id) ?? [], taken);
    if (bid && !isOnce(bid)) chosen.set(id, bid);
  }
  const beyond = withinOutstanding(chosen, lines, facts);
  return new Map(
    lines.map(({ id }) => {
      const all = candidates.get(id) ?? [];
      const bid = beyond.has(id) ? null : (chosen.get(id) ?? null);
      const free = all.filter(({ target }) => bid?.target === target || !taken.has(targetKey(target)));
      const state = bid ? 'found' : free.length > 0 ? 'unsure' : 'none';
      return [id, { state, chosen: bid, candidates: free.slice(0, MOST_SHOWN) }];
    }),
  );
}
