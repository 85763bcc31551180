import type { Role } from '../accounts/roles';
import type { CalendarDate } from '../kernel/calendar-date';
import type { FindingGrade, FindingStatus } from '../projects/types';

/** How a point was found: 合格, 不合格, 不适用. */
export const CHECK_RESULTS = ['pass', 'fail', 'none'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** By whom it was inspected, the nearest to the site first: who stands higher may lift what a lower one stopped. */
export const INSPECTION_LEVELS = ['supervisor', 'county', 'prefecture'] as const;
export type InspectionLevel = (typeof INSPECTION_LEVELS)[number];

/** domain.md §2: who inspects, and as whom; null: this role does not. */
export function levelFor(role: Role): InspectionLevel | null {
  switch (role) {
    case 'supervisor':
      return 'supervisor';
    case 'county_bureau':
      return 'county';
    case 'prefecture_bureau':
      return 'prefecture';
    default:
      return null;
  }
}

/** What becomes of a point that was found wrong (repeats.ts). */
export const SIGHTINGS = ['new', 'repeat', 'again', 'past'] as const;
export type SightingKind = (typeof SIGHTINGS)[number];

/** Where a point was looked at; null: the whole compound, the whole project. */
export interface InspectedPlace {
  compoundId: string | null;
  buildingId: string | null;
}

/** What was found at a point before. */
export interface EarlierFinding extends InspectedPlace {
  id: string;
  check: string;
  status: FindingStatus;
  inspectedOn: CalendarDate;
  rectifiedOn: CalendarDate | null;
  recheckedOn: CalendarDate | null;
  /** 1: the first of its kind */
  repeatNo: number;
}

export interface NamedFinding {
  id: string;
  grade: FindingGrade;
  status: FindingStatus;
  compoundId: string | null;
  /** it was found by an inspection */
  inspected: boolean;
  inspectedOn: CalendarDate;
  recheckedOn: CalendarDate | null;
  rectifiedBy: string | null;
}
