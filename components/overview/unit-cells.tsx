import { fenOf } from '@/components/funds/words';
import { StatusLight } from '@/components/ui/status-light';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { UnitOverview } from '@/lib/domain/overview/answers';
import { whysOf } from '@/lib/domain/overview/behind';
import { wanNumberText } from '@/lib/format/money-text';
import { formatCount } from '@/lib/format/number';
import { Opens } from './figure';
import type { Links } from './links';
import { percentOf, useOverviewWords } from './words';

type Of = { unit: UnitOverview; links: Links };
export interface Grade {
  code: string;
  name: string;
  nameEn: string;
}

export function ShareCell({ unit }: Pick<Of, 'unit'>) {
  const { t } = useOverviewWords();
  if (unit.baseline === null)
    return <span className="text-ink-3">{`${formatCount(unit.completed)} / ${t('units.notFrozen')}`}</span>;
  return t('units.shareValue', {
    completed: formatCount(unit.completed),
    baseline: formatCount(unit.baseline),
    percent: percentOf(unit.completed, unit.baseline),
  });
}

export function YearCell({ unit, links }: Of) {
  const figure = (name: 'started' | 'completed', n: number) => (
    <Opens href={n > 0 ? links.rows({ figure: name, county: unit.id }) : undefined}>{formatCount(n)}</Opens>
  );
  return (
    <span className="tabular-nums">
      {figure('started', unit.startedOfYear)} / {figure('completed', unit.completedOfYear)} / {formatCount(unit.target)}
    </span>
  );
}

export function LightsCell({ unit, links }: Of) {
  const { t } = useOverviewWords();
  const { red, yellow } = unit;
  if (red === null || yellow === null || red + yellow === 0) {
    const unknown = red === null && unit.compounds > 0;
    return <span className="text-ink-3">{t(unknown ? 'tiles.notKept' : 'units.noLight')}</span>;
  }
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {red > 0 && (
        <Opens href={links.watch('red', unit.id)}>
          <StatusLight light="red">{t('units.red', { count: formatCount(red) })}</StatusLight>
        </Opens>
      )}
      {yellow > 0 && (
        <Opens href={links.watch('yellow', unit.id)}>
          <StatusLight light="amber">{t('units.yellow', { count: formatCount(yellow) })}</StatusLight>
        </Opens>
      )}
    </span>
  );
}

export function MoneyCell({ unit, links }: Of) {
  const { locale } = useOverviewWords();
  const { paid, planned } = unit.money;
  return (
    <span className="tabular-nums">
      <Opens href={fenOf(paid) === 0n ? undefined : links.entries('paid', undefined, unit.id)}>
        {wanNumberText(paid, locale)}
      </Opens>{' '}
      / <Opens href={fenOf(planned) === 0n ? undefined : links.funds(unit.id)}>{wanNumberText(planned, locale)}</Opens>
    </span>
  );
}

export function ScoreCell({ unit, links, grades }: Of & { grades: readonly Grade[] }) {
  const { t, locale } = useOverviewWords();
  if (!unit.score) return <span className="text-ink-3">{t('units.noScore')}</span>;
  const { points, grade } = unit.score;
  const found = grades.find(({ code }) => code === grade);
  const name = found ? (locale === 'en' ? found.nameEn : found.name) : grade;
  return (
    <Opens href={links.score(unit.id)}>
      {t('units.scoreValue', { points: formatHundredths(BigInt(points)), grade: name })}
    </Opens>
  );
}

export function WhyCell({ unit }: Pick<Of, 'unit'>) {
  const { t, locale } = useOverviewWords();
  if (unit.compounds === 0) return <span className="text-ink-3">{t('units.noProject')}</span>;
  const whys = whysOf(unit).filter(({ code }) => code !== 'red');
  if (whys.length === 0) return <span className="text-ink-3">{t('units.noWhy')}</span>;
  return whys
    .map(({ code, n }) => t(`units.whys.${code}`, { count: formatCount(n) }))
    .join(locale === 'en' ? ', ' : '，');
}
