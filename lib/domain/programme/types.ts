import type { Area } from '../kernel/area';
import type { CalendarDate } from '../kernel/calendar-date';

export const CAMPAIGN_STATUSES = ['open', 'frozen'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** What a county's eligible compounds hold. Floor area in 0.01 m². In an amendment: the difference, which may be negative. */
export interface SurveyFigures {
  compounds: number;
  buildings: number;
  households: number;
  floorArea: Area;
}

/** A later change of a frozen total: by document, never by overwriting. */
export interface Amendment {
  delta: SurveyFigures;
  documentNo: string;
  documentOn: CalendarDate;
}
