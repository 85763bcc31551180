import type { CalendarDate } from '../kernel/calendar-date';
import type { Money } from '../kernel/money';
import type { FundingSource } from '../rulebook/schema-funding';

/** 下达 / 分配（县市→项目）/ 到位 / 支付 / 冲销 */
export const MOVEMENTS = ['allocated', 'assigned', 'received', 'paid', 'reversed'] as const;
export type Movement = (typeof MOVEMENTS)[number];
/** What a reversal may take back: everything but a reversal. */
export type Reversible = Exclude<Movement, 'reversed'>;

/**
 * Classes of account. grant: where money comes from (credit); pool: allocated to a county, not yet to a project (待分配); receivable: allocated
 * and not received (下达未到位); cash: received and not paid (到位结余); spent: paid (已支付).
 */
export const CLASSES = ['grant', 'pool', 'receivable', 'cash', 'spent'] as const;
export type AccountClass = (typeof CLASSES)[number];

/** One pot of money: it never mixes with another. `kind` is '' where the source has no kinds; `earmark` is its purpose (专款专用). */
export interface Pot {
  source: FundingSource;
  kind: string;
  earmark: string;
}

/** Part of a payment: for an item of the menu, or '' for design, supervision, audit and other fees (工程建设其他费用). Fen. */
export interface ItemPart {
  item: string;
  amount: Money;
}

/** '' as an item: fees that are for no item of the menu. */
export const FEES = '';

export interface Entry {
  id: string;
  movement: Movement;
  pot: Pot;
  /** null: the county's own pool */
  projectId: string | null;
  amount: Money;
  entryOn: CalendarDate;
  /** of payments */
  items: readonly ItemPart[] | null;
  /** of reversals: what is taken back */
  reverses: { id: string; movement: Reversible } | null;
}

export const ORDER_STATES = ['submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
