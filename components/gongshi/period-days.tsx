import { useLocale, useTranslations } from 'next-intl';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';

/** From when to when; where there is no room for both, each day keeps on a line of its own. */
export function PeriodDays({ startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate }) {
  const t = useTranslations('gongshi');
  const locale = useLocale();
  return (
    <>
      <span className="inline-block whitespace-pre">{t('from', { day: formatDate(startsOn, locale) })}</span>
      <span className="inline-block">{t('until', { day: formatDate(endsOn, locale) })}</span>
    </>
  );
}
