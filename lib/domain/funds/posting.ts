import type { CalendarDate } from '../kernel/calendar-date';
import { formatMoney, type Money, sumMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { fundingReasons } from '../projects/funding';
import type { ProjectStatus } from '../projects/types';
import { ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { earmarkReasons } from './earmarks';
import { FEES, type ItemPart, type Pot, type Reversible } from './types';

export interface ContractFacts {
  no: string;
  status: 'active' | 'ended';
  /** fen */
  amount: Money;
  paid: Money;
  /** asked for and not decided yet */
  pending: Money;
}

/** What is there for a movement, read behind the project's lock. Sums in fen. */
export interface PostingFacts {
  movement: Reversible;
  pot: Pot;
  amount: Money;
  entryOn: CalendarDate;
  voucherNo: string;
  /** another entry of the county has this number */
  voucherUsed: boolean;
  today: CalendarDate;
  /** null: the county's pool */
  project: { status: ProjectStatus; stage: number } | null;
  balance: { pool: Money; receivable: Money; cash: Money };
  /** asked for and not decided yet, from the same pot */
  pending: Money;
  /** null: not a contract of the project */
  contract: ContractFacts | null;
  items: readonly ItemPart[] | null;
  /** what each household owes is set, and this is no household's payment: it would count twice */
  ofHouseholds: boolean;
  /** codes of what the plans in force do */
  planned: ReadonlySet<string>;
  rulebook: Rulebook;
}

const yuan = formatMoney;

/** Of the county's rule book, and of kind and purpose that it knows. */
function potReasons({ rulebook, pot: { source, kind, earmark }, amount }: PostingFacts): Reason[] {
  const known = ledgerRulesOf(rulebook).earmarks.some(({ code }) => code === earmark);
  return [
    ...fundingReasons(rulebook.funding.sources, { source, kind: kind || null, amount }),
    ...(known ? [] : [reason('fund.earmarkUnknown', { found: earmark }, { field: 'earmark' })]),
  ];
}

function paperReasons({ entryOn, today, voucherNo, voucherUsed }: PostingFacts): Reason[] {
  return [
    ...(entryOn > today ? [reason('fund.inFuture', { found: entryOn, expected: today }, { field: 'entryOn' })] : []),
    ...(voucherUsed ? [reason('fund.voucherUsed', { found: voucherNo }, { field: 'voucherNo' })] : []),
  ];
}

/** A withdrawn project moves no money but back; a suspended one is paid nothing. */
const statusReasons = ({ project, movement }: PostingFacts): Reason[] =>
  project && (project.status === 'withdrawn' || (project.status === 'suspended' && movement === 'paid'))
    ? [reason(`project.notNow.${project.status}`)]
    : [];

/** P三(三)4: the prefecture pays on the approved estimate, and nothing is paid before the approvals are filed. */
function gateReasons({ movement, project, rulebook, pot }: PostingFacts): Reason[] {
  const { paysAfterStage, throughPrefecture } = ledgerRulesOf(rulebook);
  if (!project || project.stage > paysAfterStage.stage) return [];
  const where = { clause: paysAfterStage.clause };
  if (movement === 'paid') return [reason('fund.approvalsNotFiled', undefined, where)];
  const isTheirs = throughPrefecture.some(
    ({ source, kinds }) => source === pot.source && (kinds.length === 0 || kinds.includes(pot.kind)),
  );
  return movement === 'received' && isTheirs ? [reason('fund.estimateNotApproved', undefined, where)] : [];
}

/** Nothing moves that is not there; the answer says how much is. */
function balanceReasons({ movement, amount, balance, pending }: PostingFacts): Reason[] {
  const against = (code: string, there: Money, more: Record<string, string> = {}) =>
    amount > there ? [reason(code, { found: yuan(amount), there: yuan(there), ...more }, { field: 'amount' })] : [];
  if (movement === 'assigned') return against('fund.beyondPool', balance.pool);
  if (movement === 'received') return against('fund.beyondAllocated', balance.receivable);
  if (movement !== 'paid') return [];
  const there = balance.cash - pending;
  return pending > 0n
    ? against('fund.beyondReceivedAndAsked', there, { cash: yuan(balance.cash), pending: yuan(pending) })
    : against('fund.beyondReceived', there);
}

/** The parts of a payment: items that are planned, each once, together the amount; and the contract holds it. */
function paymentReasons(facts: PostingFacts): Reason[] {
  const { movement, pot, items, amount, contract, planned, rulebook } = facts;
  if (movement !== 'paid') return [];
  const parts = items ?? [];
  const sum = sumMoney(parts.map((part) => part.amount));
  const codes = parts.map(({ item }) => item);
  const field = 'items';
  const nameOf = (code: string) => rulebook.menu.find((one) => one.code === code)?.name ?? code;
  const unplanned = codes.filter((code) => code !== FEES && !planned.has(code));
  const earmark = ledgerRulesOf(rulebook).earmarks.find(({ code }) => code === pot.earmark);
  return [
    ...(parts.length === 0 ? [reason('fund.itemsMissing', undefined, { field })] : []),
    ...(new Set(codes).size < codes.length ? [reason('fund.itemTwice', undefined, { field })] : []),
    ...(parts.length > 0 && sum !== amount
      ? [reason('fund.itemsDiffer', { sum: yuan(sum), amount: yuan(amount) }, { field })]
      : []),
    ...unplanned.map((code) => reason('fund.itemNotPlanned', { item: nameOf(code) }, { field })),
    ...(earmark ? earmarkReasons(earmark, parts, rulebook.menu) : []),
    ...contractReasons(contract, amount),
  ];
}

function contractReasons(contract: ContractFacts | null, amount: Money): Reason[] {
  const field = 'contractId';
  if (!contract) return [reason('fund.contractUnknown', undefined, { field })];
  const { no, status, amount: most, paid, pending } = contract;
  if (status === 'ended') return [reason('fund.contractEnded', { no }, { field })];
  const left = most - paid - pending;
  if (amount <= left) return [];
  const sums = { no, amount: yuan(most), paid: yuan(paid), left: yuan(left) };
  return pending > 0n
    ? [reason('fund.beyondContractAndAsked', { ...sums, pending: yuan(pending) }, { field })]
    : [reason('fund.beyondContract', sums, { field })];
}

/** What a request that is decided is judged by: others that wait do not stand in its way. Whoever is approved first is paid first. */
export const withoutOthersAsked = (facts: PostingFacts): PostingFacts => ({
  ...facts,
  pending: 0n,
  contract: facts.contract && { ...facts.contract, pending: 0n },
});

/**
 * All that speaks against a movement: paid ≤ received ≤ allocated per project, source, kind and purpose; paid ≤ contract; 专款专用 (P四(二)).
 * The database holds the sums a second time.
 */
export function postingReasons(facts: PostingFacts): Reason[] {
  return [
    ...potReasons(facts),
    ...paperReasons(facts),
    ...(facts.ofHouseholds ? [reason('fund.ofHouseholds', undefined, { field: 'source' })] : []),
    ...statusReasons(facts),
    ...gateReasons(facts),
    ...paymentReasons(facts),
    ...balanceReasons(facts),
  ];
}
