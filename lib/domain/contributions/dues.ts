import { formatMoney, type Money } from '../kernel/money';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import { sharesOf } from '../votes/shares';
import type { ShareRule } from '../votes/types';
import type { DueState } from './types';

/** A dwelling of the register, in its order. */
export interface Dwelling {
  id: string;
  /** '3栋 2单元 501' */
  name: string;
  /** 0.01 m²; null: not recorded */
  area: bigint | null;
}

export interface FormerDue {
  id: string;
  name: string;
  amount: Money;
  paid: Money;
}

export interface DuesFacts {
  /** what was agreed for the compound; null: nothing */
  amount: Money | null;
  rule: ShareRule;
  homes: readonly Dwelling[];
  /** what stands now; empty: never set */
  former: readonly FormerDue[];
  reason: string | null;
}

export type Dues = Map<string, Money>;

const NAMED = 3;
const named = (homes: readonly { name: string }[]): string =>
  homes
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、') + (homes.length > NAMED ? '…' : '');

function homesReasons({ homes, rule }: DuesFacts): Reason[] {
  if (homes.length === 0) return [reason('contribution.noHouseholds')];
  const lacking = rule === 'area' ? homes.filter(({ area }) => !area) : [];
  return lacking.length > 0
    ? [
        reason(
          'contribution.areaMissing',
          { count: lacking.length, names: named(lacking) },
          { clause: 'P四(二)4/比例' },
        ),
      ]
    : [];
}

/** Every household would owe what it owes already. */
function isSame(former: readonly FormerDue[], dues: Dues): boolean {
  const known = new Set(former.map(({ id }) => id));
  return (
    former.every(({ id, amount }) => amount === (dues.get(id) ?? 0n)) && [...dues.keys()].every((id) => known.has(id))
  );
}

/** What was allocated as one sum goes back first: the households' dues stand for it from then on. */
export const bookedReasons = (apart: Money): Reason[] =>
  apart > 0n ? [reason('contribution.bookedAlready', { sum: formatMoney(apart) })] : [];

/** Nobody's due goes below what they have paid: that is given back first, payment by payment. */
function paidReasons(former: readonly FormerDue[], dues: Dues): Reason[] {
  return former
    .filter(({ id, paid }) => paid > (dues.get(id) ?? 0n))
    .slice(0, NAMED)
    .map(({ id, name, paid }) =>
      reason('contribution.paidMore', { name, paid: formatMoney(paid), due: formatMoney(dues.get(id) ?? 0n) }),
    );
}

/**
 * What each household is to pay: its part of the agreed amount, to the fen (民法典 283: by area, or equal). Set anew, it takes the place of
 * what stood, with the reason; nobody's part goes below what has been paid.
 */
export function duesOf(facts: DuesFacts): Decision<Dues> {
  const { amount, rule, homes, former, reason: why } = facts;
  if (amount === null || amount <= 0n) return decide(new Map(), [reason('contribution.nothingAgreed')]);
  const against = homesReasons(facts);
  if (against.length > 0) return decide(new Map(), against);
  const dues = sharesOf(
    amount,
    rule,
    homes.map(({ id, area }) => ({ id, area: area ?? 0n })),
  );
  if (former.length === 0) return decide(dues, []);
  if (isSame(former, dues)) return decide(dues, [reason('contribution.sameAgain')]);
  return decide(dues, [
    ...(why ? [] : [reason('contribution.reasonMissing', undefined, { field: 'reason' })]),
    ...paidReasons(former, dues),
  ]);
}

export const dueStateOf = ({ amount, paid }: { amount: Money; paid: Money }): DueState =>
  paid >= amount ? 'paid' : paid > 0n ? 'part' : 'unpaid';
