import { type Reason, reason } from '../kernel/result';
import { mayHold } from './contracts';
import type { PartyKind } from './types';

export interface PartyFacts {
  kind: PartyKind;
  company: { name: string; kinds: readonly string[]; retired: boolean } | null;
  /** takes part with this kind already */
  there: boolean;
}

/** A company takes part in what it does; testing is done by who tests. */
export function partyReasons({ kind, company, there }: PartyFacts): Reason[] {
  const field = 'companyId';
  if (!company) return [reason('contract.companyUnknown', undefined, { field })];
  if (company.retired) return [reason('contract.companyRetired', { name: company.name }, { field })];
  const fits = kind === 'testing' ? company.kinds.includes('testing') : mayHold(company.kinds, kind);
  return [
    ...(fits ? [] : [reason('project.partyKind', { name: company.name }, { field })]),
    ...(there ? [reason('project.partyThere', { name: company.name }, { field })] : []),
  ];
}
