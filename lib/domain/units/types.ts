import type { CalendarDate } from '../kernel/calendar-date';

export const UNIT_KINDS = ['prefecture', 'county', 'subdistrict', 'community'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Name and code of a unit in a period; validTo is the first day it no longer holds, null while it holds. */
export interface UnitVersion {
  name: string;
  code: string;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}
