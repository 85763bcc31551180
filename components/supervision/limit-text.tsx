import { useLocale, useTranslations } from 'next-intl';
import { StatusLight } from '@/components/ui/status-light';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { SupervisionAnswer } from '@/lib/domain/supervision/answers';
import { formatDate } from '@/lib/format/date';

type Notice = Pick<SupervisionAnswer, 'limitOn' | 'firstLimitOn' | 'daysLeft' | 'light' | 'answeredLate' | 'awaits'>;

/** Until when, how long that still is, and whether the limit was put off. */
export function LimitText({ notice }: { notice: Notice }) {
  const t = useTranslations('supervision');
  const locale = useLocale();
  const { limitOn, firstLimitOn, daysLeft, light, answeredLate, awaits } = notice;
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const left = (days: number) =>
    days < 0 ? t('overdue', { days: -days }) : days === 0 ? t('lastDay') : t('daysLeft', { days });
  return (
    <span className="block">
      <span className="whitespace-nowrap">{day(limitOn)}</span>
      {daysLeft !== null && (
        <span className="block">
          <StatusLight light={light}>{left(daysLeft)}</StatusLight>
        </span>
      )}
      {awaits !== 'county' && answeredLate && (
        <span className="block">
          <StatusLight light="red">{t('late')}</StatusLight>
        </span>
      )}
      {firstLimitOn !== limitOn && (
        <span className="block text-xs text-ink-3">{t('limitPutOff', { day: day(firstLimitOn) })}</span>
      )}
    </span>
  );
}
