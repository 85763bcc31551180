import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { daysLeft } from '@/lib/domain/notices/period';
import type { NoticeStatus } from '@/lib/domain/notices/types';

export interface Running {
  status: NoticeStatus;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  today: CalendarDate;
}

/** Whether it can still be objected to. */
export const isRunning = ({ status, ...period }: Running): boolean =>
  status === 'published' && daysLeft(period, period.today) > 0;

/** How long it still runs, in a word. */
export function PeriodWord(notice: Running) {
  const t = useTranslations('gongshi');
  if (notice.status === 'withdrawn') return <Badge>{t('withdrawn')}</Badge>;
  if (!isRunning(notice)) return <Badge>{t('over')}</Badge>;
  const left = daysLeft(notice, notice.today);
  return <Badge tone="accent">{left === 1 ? t('lastDay') : t('running', { days: String(left) })}</Badge>;
}
