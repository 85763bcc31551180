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

/** A part of an item's cost: who pays it, and by which row of the rules (CHANGED: as the county decided). */
export interface SharePart extends MoneyOf {
  payer: string | null;
  amount: Money;
  rule: string;
  clause: string;
}

export const CHANGED = { rule: 'changed', clause: '决定/改变分摊' } as const;
export const RAISED = 'selfRaised';

export type GivenPart = MoneyOf & { payer: string | null; amount: Money };

export interface CompoundSetting {
  compoundId: string;
  /** how the households share what they raise: by area (民法典283), or each household alike */
  rule: ShareRule;
  /** former 三供一业 housing: its original unit takes what would be the government's */
  formerUnit: boolean;
  /** the original unit as its notice names it; null: as the compound has it */
  unit: string | null;
  /** the owners' money that nobody raises per household (征收补偿, 经营收益, 赔偿) */
  ownMoney: { kind: string; amount: Money }[];
}

/** `item`: of that item alone; `amount`: so much of it, and whoever has none pays what is left. */
export interface NamedPayer {
  rule: string;
  source: FundingSource;
  name: string;
  item?: string | null;
  amount?: Money | null;
}

export interface SharingSettings {
  /** which money covers the government's part; what is left is the county's */
  cover: GivenPart[];
  /** what the county gives to pipeline companies for their part */
  subsidy: Money;
  /** civil works of items that are moved underground */
  civil: (Place & { amount: Money })[];
  /** who pays, by name, where a row and its source leave it open */
  payers: NamedPayer[];
  compounds: CompoundSetting[];
}

/** The county's own split of an item. */
export interface SharingChange extends Place {
  id: string;
  parts: GivenPart[];
  reason: string;
}

/** Whose sharing it is: what the rule asks beside the planned items. */
export interface SharingCompound {
  id: string;
  name: string;
  /** 原产权单位 as the survey has it */
  originalUnit: string | null;
}

export const NO_SETTINGS: SharingSettings = { cover: [], subsidy: 0n, civil: [], payers: [], compounds: [] };
