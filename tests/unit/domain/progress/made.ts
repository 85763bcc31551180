import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { ReportGround } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { ItemProgress, PlannedWork, ReportContent } from '@/lib/domain/progress/types';

export const month = (text: string) => text as ReportMonth;
const COMPOUND = 'c1';

export const work = (item: string, cost = 100n, buildingId: string | null = null): PlannedWork => ({
  ...{ compoundId: COMPOUND, buildingId, item, cost },
  name: `${buildingId ?? '小区'} ${item}`,
});
export const at = (
  item: string,
  percent: number,
  { buildingId = null, backReason = null }: Partial<ItemProgress> = {},
): ItemProgress => ({ compoundId: COMPOUND, buildingId, item, percent, backReason });

export const ROAD = work('C-R07', 300n);
export const ROOF = work('B-R01', 100n, 'b1');

/** A project that builds, in May 2020, with a road and a roof. */
export const ground = (more: Partial<ReportGround> = {}): ReportGround => ({
  month: month('2020-05'),
  today: calendarDateOf('2020-06-03'),
  from: month('2020-01'),
  stage: 8,
  planned: [ROAD, ROOF],
  last: new Map(),
  completed: new Set(),
  lacking: null,
  later: null,
  ...more,
});

export const content = (items: ItemProgress[], more: Partial<ReportContent> = {}): ReportContent => ({
  ...{ stage: 8, investment: 500_000_00n, people: 12, problems: null, photos: [] },
  items,
  ...more,
});
