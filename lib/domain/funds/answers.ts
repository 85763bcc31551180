import type { FundingSource } from '../rulebook/schema-funding';
import type { NamedUnit } from '../units/named';
import type { Movement, OrderState } from './types';

/** Sums are yuan with two places, as text. */
export interface FigureTexts {
  allocated: string;
  received: string;
  paid: string;
  outstanding: string;
  left: string;
}

export interface PotLine extends FigureTexts {
  source: FundingSource;
  kind: string;
  earmark: string;
  /** asked for and not decided yet */
  pending: string;
}

/** Of one source and kind: what the funding plan names beside what the books hold. */
export interface SourceLine extends FigureTexts {
  source: FundingSource;
  kind: string;
  planned: string;
  /** planned − allocated; negative: more than planned */
  gap: string;
}

export interface ContractLine {
  id: string;
  no: string;
  name: string;
  company: string;
  status: 'active' | 'ended';
  amount: string;
  paid: string;
  /** asked for and not decided yet */
  pending: string;
  /** not paid; what is asked for is part of it */
  left: string;
}

export interface EntryView {
  id: string;
  kind: Movement;
  /** of a reversal: what it takes back */
  reversesKind: Movement | null;
  source: FundingSource;
  fundKind: string;
  earmark: string;
  amount: string;
  entryOn: string;
  voucherNo: string;
  counterparty: string | null;
  note: string | null;
  items: { item: string; amount: string }[] | null;
  contractNo: string | null;
  reversed: boolean;
  reversesId: string | null;
  ofBatch: boolean;
  createdBy: string;
  approvedBy: string | null;
  createdAt: string;
  file: { id: string; name: string; size: number; mediaType: string } | null;
}

export interface LineView {
  no: number;
  class: string;
  /** null: of the county's own account */
  ofProject: boolean;
  side: 'debit' | 'credit';
  amount: string;
  item: string | null;
}

export interface EntryDetail extends EntryView {
  project: { id: string; name: string; code: string } | null;
  county: NamedUnit;
  reversalId: string | null;
  orderId: string | null;
  /** of a household's payment */
  receiptId: string | null;
  sha256: string | null;
  lines: LineView[];
}

export interface OrderView {
  id: string;
  project: { id: string; name: string; code: string };
  county: NamedUnit;
  contract: { id: string; no: string; name: string };
  reversesId: string | null;
  source: FundingSource;
  kind: string;
  earmark: string;
  amount: string;
  items: { item: string; amount: string }[];
  payee: string;
  purpose: string;
  payOn: string;
  voucherNo: string;
  status: OrderState;
  createdBy: { id: string; name: string };
  createdAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
  entryId: string | null;
  file: { id: string; name: string; size: number; mediaType: string } | null;
  version: number;
}

export interface ProjectMoney {
  total: FigureTexts & { planned: string; gap: string };
  sources: SourceLine[];
  pots: PotLine[];
  /** what has been paid from which source for which item; '' design, supervision and other fees */
  flows: { source: string; item: string; paid: string }[];
  contracts: ContractLine[];
  entries: EntryView[];
  /** how many there are; `entries` are the latest of them */
  entryCount: number;
  orders: OrderView[];
  /** money of the county's pool that may be assigned to the project */
  pools: { source: FundingSource; kind: string; earmark: string; amount: string }[];
}
