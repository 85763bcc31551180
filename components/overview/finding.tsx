import { ShareGauge } from '@/components/charts/share-gauge';
import { Card } from '@/components/ui/card';
import { calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import type { Overview } from '@/lib/domain/overview/answers';
import { lastDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import { formatCount } from '@/lib/format/number';
import { Opens } from './figure';
import { FigureNote } from './figure-note';
import type { Links } from './links';
import { drawn, type OverviewWords, percentOf, useOverviewWords } from './words';

/** A step of the calendar: 30 %, 70 %, 100 %. */
export interface CalendarShare {
  year: number;
  percent: number;
}
type Props = { data: Overview; links: Links; shares: readonly CalendarShare[] };

function daysText({ completeBy }: Overview, until: string, t: OverviewWords['t']): string {
  const days = daysBetween(calendarDateOf(until), calendarDateOf(completeBy));
  if (days === 0) return t('finding.dueToday');
  return days > 0 ? t('finding.daysLeft', { days: String(days) }) : t('finding.daysLate', { days: String(-days) });
}

/** How far against the calendar: the one sentence that a leader takes along. */
export function Finding({ data, links, shares }: Props) {
  const { t, day } = useOverviewWords();
  const { baseline, baselineYear, completed, started, needed, ofYear } = data.completion;
  const total = baseline?.compounds ?? 0;
  const part = (of: number) => (total > 0 ? drawn({ part: BigInt(of), whole: BigInt(total) }) : null);
  const percent = (of: number) => percentOf(of, total, 2);
  const others = shares.filter(({ percent: at }) => at !== data.targetShare);
  const marks = [
    ...others.map(({ year, percent: at }) => ({
      at,
      label: t('finding.mark', { year: String(year), percent: String(at) }),
      short: t('finding.markShort', { percent: String(at) }),
    })),
    {
      ...{ at: data.targetShare, strong: true },
      label: t('finding.markNow', { year: String(data.year), percent: String(data.targetShare) }),
      short: t('finding.markNowShort', { percent: String(data.targetShare) }),
    },
  ];
  const gauge = (name: 'completedName' | 'startedName', of: number) =>
    t('finding.gauge', { name: t(`finding.${name}`), percent: percent(of), share: String(data.targetShare) });
  const lacking = needed === null ? null : Math.max(0, needed - completed.compounds);
  const due = needed !== null && {
    day: day(data.completeBy),
    needed: formatCount(needed),
    share: String(data.targetShare),
  };
  const until = data.month === null ? data.today : lastDay(data.month as ReportMonth);
  return (
    <Card>
      <h2 className="text-xl leading-8 font-semibold tracking-tight sm:text-2xl">
        <Opens href={links.rows({ figure: 'completed', span: 'all' })}>
          {total > 0
            ? t('finding.completed', {
                count: formatCount(completed.compounds),
                total: formatCount(total),
                percent: percent(completed.compounds),
              })
            : t('finding.completedOnly', { count: formatCount(completed.compounds) })}
        </Opens>{' '}
        <FigureNote of="completed" />
      </h2>
      {due && lacking !== null && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-base">
          <span className="font-medium">
            {lacking > 0 ? t('finding.short', { ...due, short: formatCount(lacking) }) : t('finding.reached', due)}
          </span>
          <FigureNote of="needed" />
          <span className="text-ink-3">{daysText(data, until, t)}</span>
        </p>
      )}
      {total > 0 && (
        <div className="mt-5">
          <ShareGauge
            main
            label={gauge('completedName', completed.compounds)}
            percent={part(completed.compounds)}
            marks={marks}
          />
        </div>
      )}
      <div className="mt-4 grid items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <p className="flex items-center gap-1 text-sm text-ink-2">
          <Opens href={links.rows({ figure: 'started', span: 'all' })}>
            {total > 0
              ? t('finding.started', { count: formatCount(started.compounds), percent: percent(started.compounds) })
              : t('finding.startedOnly', { count: formatCount(started.compounds) })}
          </Opens>
          <FigureNote of="started" />
        </p>
        {total > 0 && (
          <ShareGauge label={gauge('startedName', started.compounds)} percent={part(started.compounds)} marks={marks} />
        )}
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
        {ofYear.compounds > 0 && (
          <span>
            {t('finding.startBy', {
              day: day(data.startBy),
              started: formatCount(ofYear.started),
              compounds: formatCount(ofYear.compounds),
            })}
          </span>
        )}
        {baselineYear !== null && (
          <span className="inline-flex items-center gap-1">
            <Opens href={links.survey(baselineYear)}>{t('finding.baselineYear', { year: String(baselineYear) })}</Opens>
            <FigureNote of="baseline" />
          </span>
        )}
      </p>
    </Card>
  );
}
