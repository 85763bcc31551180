import { useLocale, useTranslations } from 'next-intl';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate, formatDateTime } from '@/lib/format/date';

/** Words of a season; days and instants as people read them. */
export function useSeasonWords() {
  const t = useTranslations('scoreSeason');
  const locale = useLocale();
  const day = (date: string) => formatDate(calendarDateOf(date), locale);
  const at = (instant: string) => formatDateTime(new Date(instant), locale);
  const nameOf = <T extends { name: string; nameEn: string }>({ name, nameEn }: T) => (locale === 'en' ? nameEn : name);
  const textOf = <T extends { text: string; textEn: string }>({ text, textEn }: T) => (locale === 'en' ? textEn : text);
  return { t, locale, day, at, nameOf, textOf };
}
