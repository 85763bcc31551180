import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { NoticeView } from '@/lib/domain/notices/answers';
import type { NoticeText } from '@/lib/domain/notices/paper';

/** What the notice says, of all that the office sees of it. */
export const noticeText = ({
  title,
  documentNo,
  issuer,
  body,
  days,
  startsOn,
  endsOn,
  facts,
}: NoticeView): NoticeText => ({
  title,
  documentNo,
  issuer,
  body,
  days,
  startsOn: startsOn as CalendarDate | null,
  endsOn: endsOn as CalendarDate | null,
  facts,
});
