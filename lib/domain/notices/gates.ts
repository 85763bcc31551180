import type { CalendarDate } from '../kernel/calendar-date';
import { isOver } from './period';
import type { GateNotice, NoticeGate } from './types';

const NO_NOTICE: NoticeGate = {
  noticeId: null,
  published: false,
  over: false,
  completed: false,
  endsOn: null,
  openObjections: 0,
};

function gateOf({ id, status, endsOn, openObjections }: GateNotice, today: CalendarDate): NoticeGate {
  const isPublished = status === 'published' || status === 'completed';
  return {
    noticeId: id,
    published: isPublished,
    over: isPublished && endsOn !== null && isOver(endsOn, today),
    completed: status === 'completed',
    endsOn,
    openObjections,
  };
}

const rank = ({ published, over, completed }: NoticeGate): number =>
  Number(published) + Number(over) + Number(completed);

/** Of several notices the one that has come furthest opens the gate; of equals the first given. A withdrawn one opens nothing. */
export function noticeGate(notices: readonly GateNotice[], today: CalendarDate): NoticeGate {
  return notices
    .filter(({ status }) => status !== 'withdrawn')
    .map((notice) => gateOf(notice, today))
    .reduce((best, gate) => (best.noticeId === null || rank(gate) > rank(best) ? gate : best), NO_NOTICE);
}
