import type { ShareRule } from '../votes/types';
import type { DueState, PayChannel } from './types';

/** Sums over households. Money is yuan as text with two places. */
export interface DueSums {
  households: number;
  paidHouseholds: number;
  partHouseholds: number;
  unpaidHouseholds: number;
  due: string;
  paid: string;
  left: string;
}

export interface BuildingProgress extends DueSums {
  id: string;
  name: string;
}

export interface CompoundProgress extends DueSums {
  id: string;
  name: string;
  /** what was agreed; null: nothing, or not for this person to see */
  agreed: { amount: string; rule: ShareRule } | null;
  /** what stands; null: not set yet */
  setting: {
    no: number;
    amount: string;
    rule: ShareRule;
    households: number;
    setOn: string;
    reason: string | null;
  } | null;
}

export interface ContributionProgress {
  compounds: CompoundProgress[];
  total: DueSums;
  /** of the compound asked for */
  buildings: BuildingProgress[];
}

/** A household with what it owes; owners masked. */
export interface DueRow {
  householdId: string;
  building: string;
  unitNo: string;
  room: string;
  owners: { name: string; phone: string | null }[];
  area: string;
  due: string;
  paid: string;
  left: string;
  state: DueState;
  lastPaidOn: string | null;
  setOn: string;
  /** days since it was set */
  days: number;
}

export interface DueList {
  compound: { id: string; name: string } | null;
  items: DueRow[];
  total: number;
  page: number;
}

export interface PaymentView {
  id: string;
  kind: 'payment' | 'reversal';
  amount: string;
  channel: PayChannel | null;
  receiptNo: string | null;
  paidOn: string;
  note: string | null;
  reason: string | null;
  reversesId: string | null;
  reversed: boolean;
  recordedBy: string;
  recordedAt: string;
}

export interface HouseholdAccount {
  due: DueRow;
  payments: PaymentView[];
}

/** What a printed receipt says. */
export interface ReceiptView extends PaymentView {
  project: { id: string; name: string; code: string };
  compound: string;
  household: string;
  owners: { id: string; name: string }[];
  due: string;
  left: string;
  issuer: string;
}
