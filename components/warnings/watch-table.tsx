import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith } from '@/components/ui/url';
import type { Clause } from '@/components/ui/why-popover';
import { type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { labelIn } from '@/lib/domain/kernel/label';
import type { WatchAnswer, WatchRow } from '@/lib/domain/warnings/answers';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { SHAPES, useLightWords } from './light-words';
import { ProgressLine } from './progress-line';
import { ReasonList } from './reason-list';

type Props = {
  list: WatchAnswer;
  clauses: Record<string, Clause>;
  withCounty: boolean;
  /** may open the project's page */
  mayOpen: boolean;
  maySupervise: boolean;
};

type Words = ReturnType<typeof useLightWords>;

function LightCell({ row: { light, late, since }, words: { t, day, locale } }: { row: WatchRow; words: Words }) {
  return (
    <span className="block whitespace-nowrap">
      <StatusLight light={SHAPES[light]}>{labelIn(LIGHT_LABELS[light], locale)}</StatusLight>
      <span className="block text-xs text-ink-3">
        {t('since', { day: day(since) })}
        {late && <span className="block text-amber-ink">{t('late')}</span>}
      </span>
    </span>
  );
}

function DueCell({ row, words, today }: { row: WatchRow; words: Words; today: CalendarDate }) {
  const { t, day, left } = words;
  if (row.dueOn === null) return <span className="text-ink-3">{NONE}</span>;
  const isStart = row.dueOn === row.startBy && row.dueOn !== row.completeBy;
  return (
    <span className="block whitespace-nowrap">
      {t(isStart ? 'dueStart' : 'dueComplete', { day: day(row.dueOn) })}
      <span className="block text-xs text-ink-3">{left(row.dueOn, today)}</span>
    </span>
  );
}

function ForecastCell({ row, words, today }: { row: WatchRow; words: Words; today: CalendarDate }) {
  const { t, forecast } = words;
  if (row.dueOn === null) return <span className="text-ink-3">{NONE}</span>;
  const { date, range } = forecast(row.forecast);
  const isPast = row.forecast.kind === 'projected' && row.forecast.middle < today;
  return (
    <span className="block text-sm sm:w-28">
      {date && <span className="font-medium whitespace-nowrap">{date}</span>}
      <span className="text-ink-3">{range}</span>
      {isPast && <span className="block text-xs text-amber-ink">{t('passed')}</span>}
    </span>
  );
}

/** What it costs its county: for good, and what can still be won; with the sheet that says how. */
function CostCell({ row: { cost, county, project, year }, words: { t } }: { row: WatchRow; words: Words }) {
  const points = (hundredths: number) => formatHundredths(BigInt(hundredths));
  return (
    <span className="block text-sm">
      {cost === null && <span className="block text-ink-3 sm:w-24">{t('costNoTarget')}</span>}
      {cost !== null && cost.lost > 0 && (
        <span className="block font-medium whitespace-nowrap tabular-nums">
          {t('costLost', { points: points(cost.lost) })}
        </span>
      )}
      {cost !== null && cost.open > 0 && (
        <span className="block whitespace-nowrap tabular-nums">{t('costOpen', { points: points(cost.open) })}</span>
      )}
      {cost !== null && cost.lost + cost.open === 0 && <span className="block text-ink-3">{t('costNone')}</span>}
      <TextLink
        href={`/scorecards/${county.id}?year=${year}`}
        className="text-xs whitespace-nowrap"
        aria-label={t('costSheetOf', { name: project.name })}
      >
        {t('costSheet')}
      </TextLink>
    </span>
  );
}

/** 预警清单: the gravest light first, then the nearest date; at phone width a card each. */
export function WatchTable({ list, clauses, withCounty, mayOpen, maySupervise }: Props) {
  const words = useLightWords();
  const { t, locale, sentence } = words;
  const today = calendarDateOf(list.today);
  const supervised = ({ county, project, reasons }: WatchRow) =>
    hrefWith('/supervision/new', {
      ...{ county: county.id, project: project.id },
      why: reasons.map(sentence).join('').slice(0, 500) || undefined,
    });
  const columns: Column<WatchRow>[] = [
    {
      key: 'project',
      header: t('project'),
      primary: true,
      cell: ({ project, county }) => (
        <span className="block text-left sm:min-w-40">
          {mayOpen ? <TextLink href={`/projects/${project.id}`}>{project.name}</TextLink> : project.name}
          <span className="block text-xs font-normal text-ink-3">
            {withCounty && `${unitName(county, locale)} · `}
            {project.stage > 10 ? t('allStages') : t('stage', { stage: String(project.stage) })}
          </span>
        </span>
      ),
    },
    { key: 'light', header: t('light'), cell: (row) => <LightCell row={row} words={words} /> },
    {
      key: 'progress',
      header: t('progress'),
      cell: ({ project, percent, expected, dueOn }) =>
        dueOn === null && percent === null ? (
          <span className="text-ink-3">{t('noDue')}</span>
        ) : (
          <ProgressLine label={t('progressOf', { name: project.name })} percent={percent} expected={expected} />
        ),
    },
    { key: 'due', header: t('due'), cell: (row) => <DueCell row={row} words={words} today={today} /> },
    {
      key: 'forecast',
      header: t('forecast'),
      cell: (row) => <ForecastCell row={row} words={words} today={today} />,
    },
    ...(list.scored
      ? [{ key: 'cost', header: t('cost'), cell: (row: WatchRow) => <CostCell row={row} words={words} /> }]
      : []),
    {
      key: 'reasons',
      header: t('reasons'),
      cell: (row) => (
        <div className="sm:w-56">
          <ReasonList reasons={row.reasons} clauses={clauses} />
          {maySupervise && row.light !== 'green' && (
            <LinkButton
              href={supervised(row)}
              variant="secondary"
              size="sm"
              className="mt-2"
              prefetch={false}
              aria-label={t('superviseOf', { name: row.project.name })}
            >
              {t('supervise')}
            </LinkButton>
          )}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      wide
      phoneFirst={10}
      caption={t('list')}
      columns={columns}
      rows={list.items}
      rowKey={({ project }) => project.id}
      empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
    />
  );
}
