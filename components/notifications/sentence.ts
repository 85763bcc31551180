import { useLocale, useTranslations } from 'next-intl';
import { calendarDateOf, isCalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Locale } from '@/lib/domain/kernel/label';
import type { NotificationView } from '@/lib/domain/notifications/answers';
import { formatDate } from '@/lib/format/date';

/** What a sentence may name and its facts may lack. */
const ABSENT = { compound: '', no: '—', reason: '—', criterion: '—', until: '—' };

const MONTH = /^\d{4}-\d{2}$/;
/** A day or a month that is named, as it is written; other words as they are. */
function dayOf(text: string, locale: Locale): string {
  if (isCalendarDate(text)) return formatDate(calendarDateOf(text), locale);
  return MONTH.test(text) && locale !== 'en' ? `${text.slice(0, 4)}年${Number(text.slice(5))}月` : text;
}

/** The sentence of a message in the reader's language; its days as days are written. */
export function useSentence(): (item: Pick<NotificationView, 'kind' | 'facts'>) => string {
  const t = useTranslations('notifications.kinds');
  const locale = useLocale();
  return ({ kind, facts }) => {
    const shown = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? dayOf(value, locale) : value,
    ]);
    return t(kind, { ...ABSENT, ...Object.fromEntries(shown) });
  };
}
