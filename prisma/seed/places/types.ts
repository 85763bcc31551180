import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';

/** A unit of the tree as it is declared; units refer to each other by code. */
export interface DeclaredUnit {
  kind: 'prefecture' | 'county' | 'subdistrict' | 'community';
  code: string;
  name: string;
  nameEn?: string;
  parent?: string;
  /** Which body approves what here: { feasibility: '…' }. */
  approvers?: Record<string, string>;
  validFrom: CalendarDate;
  /** Names and codes of earlier periods, oldest first. */
  former?: { code: string; name: string; validFrom: CalendarDate; validTo: CalendarDate }[];
}
