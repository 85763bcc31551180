import type { NamedUnit } from '../units/named';

export interface CompanyView {
  id: string;
  county: NamedUnit;
  name: string;
  creditCode: string | null;
  kinds: string[];
  note: string | null;
  /** contracts under way */
  contracts: number;
  retiredAt: string | null;
  version: number;
}

export interface CompanyList {
  items: CompanyView[];
  total: number;
  page: number;
}
