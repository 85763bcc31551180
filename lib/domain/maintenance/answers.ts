/** Money is yuan as text with two places. */
export interface MaintenanceEntryView {
  id: string;
  no: number;
  kind: 'deposit' | 'withdrawal' | 'reversal';
  amount: string;
  balance: string;
  entryOn: string;
  voucherNo: string;
  counterparty: string | null;
  note: string | null;
  reversesId: string | null;
  reversed: boolean;
  recordedBy: string;
  recordedAt: string;
}

export interface MaintenanceAccountView {
  id: string;
  bank: string;
  number: string;
  openedOn: string;
  file: { id: string; name: string } | null;
  version: number;
}

export interface MaintenanceFund {
  compound: { id: string; name: string; status: string };
  /** what the survey says; null: not recorded */
  surveyed: boolean | null;
  account: MaintenanceAccountView | null;
  balance: string;
  deposited: string;
  withdrawn: string;
  /** the latest first */
  entries: MaintenanceEntryView[];
}
