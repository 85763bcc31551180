import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { CalendarDay, CalendarEntry } from '@/lib/domain/progress/calendar';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { formatDate } from '@/lib/format/date';
import { monthWords } from './words';

type Props = { weeks: readonly CalendarDay[][]; today: CalendarDate };

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** More than this of a day are told by their number; the list below has them all. */
const SHOWN = 4;

/** 日历: weeks at a desk, a list of days on a phone. */
export function CalendarView({ weeks, today }: Props) {
  const t = useTranslations('progress.calendar_');
  const locale = useLocale();
  const days = weeks.flat().filter(({ entries, inMonth }) => inMonth && entries.length > 0);
  return (
    <>
      <table className="hidden w-full table-fixed border-collapse border border-line bg-surface text-sm lg:table">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" className="border border-line bg-sunken px-2 py-1.5 text-left font-medium">
                {t(`days.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map(({ day, inMonth, entries }) => (
                <td
                  key={day}
                  aria-current={day === today ? 'date' : undefined}
                  className={cn('h-28 border border-line px-2 py-1 align-top', !inMonth && 'bg-sunken text-ink-3')}
                >
                  <span
                    className={cn(
                      'text-xs',
                      day === today && 'rounded-sm bg-accent px-1.5 font-semibold text-on-accent',
                    )}
                  >
                    {Number(day.slice(8))}
                  </span>
                  {inMonth && (
                    <ul className="mt-1 space-y-1 text-xs">
                      {entries.slice(0, SHOWN).map((entry) => (
                        <li key={`${entry.kind}${entry.href}${entry.name}`} className="line-clamp-2">
                          <Entry entry={entry} today={today} />
                        </li>
                      ))}
                      {entries.length > SHOWN && (
                        <li className="text-ink-3">{t('more', { count: entries.length - SHOWN })}</li>
                      )}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {days.length === 0 && <EmptyState title={t('none')} />}
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface text-sm lg:hidden">
        {days.map(({ day, entries }) => (
          <li key={day} className="p-4">
            <h2 className="mb-1 font-medium">{formatDate(day, locale)}</h2>
            <ul className="space-y-2">
              {entries.map((entry) => (
                <li key={`${entry.kind}${entry.href}${entry.name}`}>
                  <Entry entry={entry} today={today} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function Entry({ entry, today }: { entry: CalendarEntry; today: CalendarDate }) {
  const t = useTranslations('progress.calendar_');
  const words = useTranslations('progress');
  const locale = useLocale();
  const { on, kind, name, count, href } = entry;
  const about = kind === 'reportDue' ? words('monthName', monthWords(name as ReportMonth, locale)) : name;
  const isPast = on < today && kind !== 'reportDue' && kind !== 'startBy' && kind !== 'completeBy';
  return (
    <>
      <TextLink href={href}>{t(`kinds.${kind}`, { name: about, count })}</TextLink>
      {isPast && (
        <StatusLight light="red" className="ml-1 text-xs">
          {t('past')}
        </StatusLight>
      )}
    </>
  );
}
