import { useLocale, useTranslations } from 'next-intl';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { type CardState, hasReached } from '@/lib/domain/scorecards/season/types';
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

type Stage = 'computed' | 'self' | 'review' | 'deliberation';
const FROM: Record<Stage, CardState> = {
  computed: 'open',
  self: 'open',
  review: 'submitted',
  deliberation: 'reviewed',
};

/** A column is shown from the step on that writes it; before, it would only repeat the one before. */
export const isReached = (status: CardState, stage: Stage): boolean => hasReached(status, FROM[stage]);
