import type { z } from 'zod';
import type { Reason } from '../kernel/result';
import type { FundingSource } from '../rulebook/schema-funding';
import type { ShareRule } from '../votes/types';
import type { settingsShape } from './schema';

/** Amounts in yuan as text with two places. */
export interface MoneyView {
  source: FundingSource;
  kind: string | null;
  payer: string | null;
  amount: string;
}

export interface PartView extends MoneyView {
  rule: string;
  clause: string;
}

export interface SharedItemView {
  compound: { id: string; name: string };
  building: { id: string; name: string } | null;
  item: string;
  method: 'overhead' | 'underground' | null;
  cost: string;
  residentPercent: number;
  parts: PartView[];
  /** moved underground: how much of it is civil works; null: not said yet, undefined: not asked */
  civil?: string | null;
  change: { id: string; reason: string; at: string; stale: boolean } | null;
}

export interface SharingCompoundView {
  id: string;
  name: string;
  originalUnit: string | null;
  households: number;
  withoutArea: number;
  rule: ShareRule;
  formerUnit: boolean;
  unit: string | null;
  ownMoney: { kind: string; amount: string }[];
  /** what its households are to raise */
  raised: string;
}

export interface AgreedView {
  no: number;
  at: string;
  by: string;
  sum: string;
  sums: MoneyView[];
  /** the sheet is another now */
  differs: boolean;
  /** and its sum is not the plans' cost any more */
  difference: Reason | null;
}

export interface OpenPayerView {
  rule: string;
  source: FundingSource;
  amount: string;
  unnamed: string;
  names: string[];
  items: { item: string; amount: string }[];
}

export interface SharingSheet {
  version: number;
  cost: string;
  items: SharedItemView[];
  sums: MoneyView[];
  compounds: SharingCompoundView[];
  settings: z.input<typeof settingsShape>;
  /** payers whom the rules leave open: how much, of which items, who is named, and what nobody is named for */
  payers: OpenPayerView[];
  /** what the government pays before any money covers it */
  government: string;
  missing: Reason[];
  agreed: AgreedView | null;
}
