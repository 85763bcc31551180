import type { CalendarDate } from '../kernel/calendar-date';

/** 公示 (domain.md §4, §5). The order of each list is the order on screen. */
export const NOTICE_KINDS = ['list', 'plan', 'design', 'result'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_STATUSES = ['draft', 'published', 'completed', 'withdrawn'] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** By which door an objection came: the public page, a receipt code, the desk. */
export const OBJECTION_SOURCES = ['page', 'receipt', 'office'] as const;
export type ObjectionSource = (typeof OBJECTION_SOURCES)[number];

export const VERDICTS = ['upheld', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How far a notice has come, as far as something else waits for it. */
export interface NoticeGate {
  noticeId: string | null;
  published: boolean;
  /** its last day has passed, whether or not it was completed */
  over: boolean;
  completed: boolean;
  endsOn: string | null;
  openObjections: number;
}

export interface NoticeGates {
  /** a list that names the compound */
  list: NoticeGate;
  /** the design notice of the scheme */
  design: NoticeGate;
  /** the result notice of the round */
  result: NoticeGate;
}

/** What a gate looks at of each notice that might open it. */
export interface GateNotice {
  id: string;
  status: NoticeStatus;
  endsOn: CalendarDate | null;
  openObjections: number;
}
