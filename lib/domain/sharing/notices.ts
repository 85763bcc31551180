import type { CalendarDate } from '../kernel/calendar-date';
import { groupBy } from '../kernel/group-by';
import { type Money, sumMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { type Place, RAISED, type SharePart } from './types';

export type AgreedPart = SharePart & Place;

/** What one payer is asked for: a company, a unit, or the households of a compound. */
export interface PaymentNotice {
  /** as addresses name it: 'pipeline/供电公司', 'residents/<compound>' */
  key: string;
  source: SharePart['source'];
  /** by name; null: the households of `compoundId` */
  payer: string | null;
  compoundId: string | null;
  amount: Money;
  parts: AgreedPart[];
}

/**
 * One notice for each payer who is not the government: its money is allocated (下达), not asked for by notice. Of the residents' money only
 * what households raise: 征收补偿, 经营收益 and 赔偿 are there already.
 */
export function noticesOf(parts: readonly AgreedPart[], fiscal: readonly string[]): PaymentNotice[] {
  const asked = parts.filter(
    ({ source, kind }) => !fiscal.includes(source) && (source !== 'residents' || kind === RAISED),
  );
  const keyOf = ({ source, payer, compoundId }: AgreedPart) =>
    source === 'residents' ? `residents/${compoundId}` : `${source}/${payer ?? ''}`;
  return [...groupBy(asked, keyOf)].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const isResidents = first.source === 'residents';
    const amount = sumMoney(group.map((part) => part.amount));
    const compoundId = isResidents ? first.compoundId : null;
    return [{ key, source: first.source, payer: isResidents ? null : first.payer, compoundId, amount, parts: group }];
  });
}

/** 缴款期限: nobody can be asked to pay by a day that is over; today is still possible. */
export const againstDue = (dueOn: CalendarDate | null, today: CalendarDate): Reason[] =>
  dueOn !== null && dueOn < today
    ? [reason('sharing.dueOver', { found: dueOn, expected: today }, { field: 'dueOn' })]
    : [];
