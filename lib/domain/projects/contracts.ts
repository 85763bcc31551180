import type { CalendarDate } from '../kernel/calendar-date';
import type { Money } from '../kernel/money';
import { MOST_MONEY } from '../kernel/money-input';
import { type Reason, reason } from '../kernel/result';
import type { CompanyKind, ContractKind, TenderMethod } from './types';

/** What is tendered (P三(三)7); design, audit and the like may be given without. */
const TENDERED: readonly ContractKind[] = ['construction', 'supervision', 'epc', 'consulting'];
/** Methods with an award that has a day of its own. */
const AWARDED: readonly TenderMethod[] = ['open', 'invited', 'consultation', 'quotation'];

/** Kinds of company that may hold a contract: EPC does design and construction, whole-process consulting design, supervision and audit. */
const HOLDERS: Record<Exclude<ContractKind, 'other'>, readonly CompanyKind[]> = {
  design: ['design', 'epc', 'consulting'],
  construction: ['construction', 'epc'],
  supervision: ['supervision', 'consulting'],
  epc: ['epc'],
  consulting: ['consulting'],
  audit: ['audit', 'consulting'],
};

export const mayHold = (kinds: readonly string[], kind: ContractKind): boolean =>
  kind === 'other' || HOLDERS[kind].some((one) => kinds.includes(one));

export interface ContractFacts {
  kind: ContractKind;
  no: string;
  amount: Money;
  tenderMethod: TenderMethod | null;
  awardedOn: CalendarDate | null;
  signedOn: CalendarDate;
  startOn: CalendarDate | null;
  endOn: CalendarDate | null;
  /** of the county's register; null: not found there */
  company: { name: string; kinds: readonly string[]; retired: boolean } | null;
  /** another contract of the project with this number */
  sameNo: boolean;
  today: CalendarDate;
}

function companyReasons({ company, kind }: ContractFacts): Reason[] {
  const field = 'companyId';
  if (!company) return [reason('contract.companyUnknown', undefined, { field })];
  if (company.retired) return [reason('contract.companyRetired', { name: company.name }, { field })];
  return mayHold(company.kinds, kind)
    ? []
    : [reason(`contract.companyKind.${kind}`, { name: company.name }, { field })];
}

function tenderReasons({ kind, tenderMethod: method, awardedOn, signedOn }: ContractFacts): Reason[] {
  const clause = 'P三(三)7';
  if (!method)
    return TENDERED.includes(kind)
      ? [reason('contract.methodMissing', undefined, { clause, field: 'tenderMethod' })]
      : [];
  if (!awardedOn)
    return AWARDED.includes(method) ? [reason('contract.awardMissing', undefined, { clause, field: 'awardedOn' })] : [];
  return awardedOn > signedOn
    ? [reason('contract.awardAfterSigning', { found: awardedOn, expected: signedOn }, { clause, field: 'awardedOn' })]
    : [];
}

/** All that speaks against a contract as it is written down. */
export function contractReasons(facts: ContractFacts): Reason[] {
  const { amount, signedOn, startOn, endOn, today, no } = facts;
  return [
    ...amountReasons(amount),
    ...(facts.sameNo ? [reason('contract.sameNo', { found: no }, { field: 'no' })] : []),
    ...companyReasons(facts),
    ...(signedOn > today
      ? [reason('contract.signedInFuture', { found: signedOn, expected: today }, { field: 'signedOn' })]
      : []),
    ...tenderReasons(facts),
    ...(startOn && endOn && endOn < startOn
      ? [reason('contract.endBeforeStart', { found: endOn, expected: startOn }, { field: 'endOn' })]
      : []),
  ];
}

/** More than nothing, and no more than a programme could ever spend. */
export function amountReasons(amount: Money): Reason[] {
  if (amount <= 0n) return [reason('contract.amountZero', undefined, { field: 'amount' })];
  return amount > MOST_MONEY ? [reason('contract.amountAbsurd', undefined, { field: 'amount' })] : [];
}
