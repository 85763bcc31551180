import type { Money } from '../kernel/money';
import type { LineMethod } from '../plans/types';
import type { FundingSource } from '../rulebook/schema-funding';
import type { ShareRule } from '../votes/types';

/** Where an item is done. */
export interface Place {
  compoundId: string;
  buildingId: string | null;
  item: string;
}

export const placeOf = ({ compoundId, buildingId, item }: Place): string => `${compoundId}/${buildingId ?? ''}/${item}`;

/** An item to be done, as the plan in force has it. */
export interface SharedItem extends Place {
  cost: Money;
  method: LineMethod | null;
  /** whom the plan names, by the source */
  payer: FundingSource | null;
  residentPercent: number;
}

export interface MoneyOf {
  source: FundingSource;
  kind: string | null;
}

/** A part of an item's cost: who pays it, and by which row of the rules; 'changed': as the county decided with a reason. */
export interface SharePart extends MoneyOf {
  payer: string | null;
  amount: Money;
  rule: string;
  clause: string;
}

export interface CoverLine extends MoneyOf {
  amount: Money;
}

/** What a compound of the project has of its own. */
export interface CompoundSetting {
  compoundId: string;
  /** the owners' own money: 民法典 283 by area, or equal parts */
  rule: ShareRule;
  /** former 三供一业 housing: its original unit takes what would be the government's */
  formerUnit: boolean;
  /** owners' money that is not raised per household: kinds of the source residents */
  ownMoney: { kind: string; amount: Money }[];
}

export interface SharingSettings {
  /** which money covers the government's part; what is left is the county's */
  cover: CoverLine[];
  subsidy: Money;
  /** civil works of items that are moved underground */
  civil: (Place & { amount: Money })[];
  /** who pays, by name, where a row and a source leave it open */
  payers: { rule: string; source: FundingSource; name: string }[];
  compounds: CompoundSetting[];
}

export const NO_SETTINGS: SharingSettings = { cover: [], subsidy: 0n, civil: [], payers: [], compounds: [] };

/** The county's own split of an item. */
export interface SharingChange extends Place {
  id: string;
  parts: (MoneyOf & { payer: string | null; amount: Money })[];
  reason: string;
}
