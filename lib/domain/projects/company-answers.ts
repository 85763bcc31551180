export interface CompanyView {
  id: string;
  county: { id: string; name: string };
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
