import { type Reason, reason } from '../kernel/result';
import { isCreditCode } from './credit-code';

export interface CompanyFacts {
  name: string;
  creditCode: string | null;
  /** another one of the county's register with the same name, retired ones too */
  sameName: { retired: boolean } | null;
  /** name of another one with the same code */
  sameCode: string | null;
}

/** A company stands in a county's register once, by name and by its 统一社会信用代码. */
export function companyReasons({ name, creditCode, sameName, sameCode }: CompanyFacts): Reason[] {
  return [
    ...(sameName
      ? [reason(sameName.retired ? 'company.nameOfRetired' : 'company.sameName', { name }, { field: 'name' })]
      : []),
    ...(creditCode !== null && !isCreditCode(creditCode)
      ? [reason('company.creditCode', { found: creditCode }, { field: 'creditCode' })]
      : []),
    ...(sameCode ? [reason('company.sameCode', { name: sameCode }, { field: 'creditCode' })] : []),
  ];
}

/** Who has a contract under way is still needed. */
export const againstRetiring = (activeContracts: number): Reason[] =>
  activeContracts > 0 ? [reason('company.hasContracts', { count: activeContracts })] : [];
