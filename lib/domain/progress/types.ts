import type { Money } from '../kernel/money';
import type { Place } from '../projects/completions';

export const REPORT_STATUSES = ['draft', 'submitted', 'returned', 'accepted', 'correcting'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** How far an item is at a place at the end of the month: whole percent, 0 to 100. */
export interface ItemProgress extends Place {
  percent: number;
  /** why it is less than in the report before */
  backReason: string | null;
}

/** What a project reports of a month. investment: of this month alone, integer fen. */
export interface ReportContent {
  stage: number;
  investment: Money;
  people: number;
  problems: string | null;
  items: readonly ItemProgress[];
  photos: readonly string[];
}

/** A planned item with what it costs: the weight that it has in the project's percentage. */
export interface PlannedWork extends Place {
  /** for the sentences: '3栋 屋面防水' */
  name: string;
  cost: Money;
}
