import type { CalendarDate } from '../kernel/calendar-date';
import { type Decision, decide, reason } from '../kernel/result';
import { isOver } from './period';
import type { NoticeStatus } from './types';

export interface ToComplete {
  status: NoticeStatus;
  endsOn: CalendarDate | null;
  openObjections: number;
  photos: number;
}

/** A notice is complete when its last day has passed, each objection is answered, and a photo shows that the paper was posted. */
export function completable(
  { status, endsOn, openObjections, photos }: ToComplete,
  today: CalendarDate,
): Decision<true> {
  if (status !== 'published' || endsOn === null) return decide(true, [reason('notices.notPublished')]);
  return decide(true, [
    ...(isOver(endsOn, today)
      ? []
      : [reason('notices.notOver', { found: today, expected: endsOn }, { clause: '决定/公示期' })]),
    ...(openObjections > 0 ? [reason('notices.unanswered', { count: openObjections })] : []),
    ...(photos === 0 ? [reason('notices.noPhoto')] : []),
  ]);
}
