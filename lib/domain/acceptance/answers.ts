import type { AccountVariance } from './final-account';
import type { AcceptanceStatus, Opinion } from './types';

export interface OpinionView {
  id: string;
  party: string;
  name: string;
  person: string | null;
  opinion: Opinion;
  remarks: string | null;
  file: { id: string; name: string };
  sha256: string;
  recordedBy: string;
  recordedAt: string;
  /** entered wrongly, and taken out with this reason */
  retiredReason: string | null;
}

export interface AcceptanceView {
  id: string;
  no: number;
  heldOn: string;
  place: string;
  status: AcceptanceStatus;
  conclusion: string | null;
  concludedAt: string | null;
  concludedBy: string | null;
  version: number;
  opinions: OpinionView[];
  /** codes of required parties that nobody has spoken for */
  absent: string[];
}

export interface PartyKindView {
  code: string;
  name: string;
  nameEn: string;
  required: boolean;
  many: boolean;
}

export interface ProjectAcceptances {
  project: { id: string; code: string; name: string; status: string; stage: number; version: number };
  parties: PartyKindView[];
  construction: { completed: boolean; on: string | null };
  attempts: AcceptanceView[];
  account: {
    contractSum: string;
    finalAccount: string | null;
    audited: string | null;
    accountPaperOn: string | null;
    auditPaperOn: string | null;
    variances: AccountVariance[];
  };
}
