import { useLocale, useTranslations } from 'next-intl';
import { calendarDateOf, isCalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { NotificationView } from '@/lib/domain/notifications/answers';
import { formatDate } from '@/lib/format/date';

/** What a sentence may name and its facts may lack. */
const ABSENT = { compound: '', no: '—', reason: '—', criterion: '—', until: '—' };

/** The sentence of a message in the reader's language; its days as days are written. */
export function useSentence(): (item: Pick<NotificationView, 'kind' | 'facts'>) => string {
  const t = useTranslations('notifications.kinds');
  const locale = useLocale();
  return ({ kind, facts }) => {
    const shown = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && isCalendarDate(value) ? formatDate(calendarDateOf(value), locale) : value,
    ]);
    return t(kind, { ...ABSENT, ...Object.fromEntries(shown) });
  };
}
