import { Card } from '@/components/ui/card';
import type { Overview } from '@/lib/domain/overview/answers';
import { formatCount } from '@/lib/format/number';
import { Figure, Opens } from './figure';
import type { Links } from './links';
import { percentOf, useOverviewWords } from './words';

/** The year's own compounds, from the task to acceptance, each with what has changed. */
export function YearFigures({ data, links }: { data: Overview; links: Links }) {
  const { t, since } = useOverviewWords();
  const { ofYear } = data.completion;
  const unit = t('year.compoundsUnit');
  const share = (n: number) =>
    ofYear.compounds > 0 ? t('year.ofCompounds', { percent: percentOf(n, ofYear.compounds) }) : undefined;
  return (
    <Card title={t('year.title', { year: String(data.year) })}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 xl:grid-cols-6">
        <Figure
          {...{ label: t('year.target'), of: 'target', unit: ofYear.target === null ? undefined : unit }}
          value={formatCount(ofYear.target)}
          href={ofYear.target === null ? undefined : links.plan()}
          notes={[ofYear.target === null ? t('year.noPlan') : undefined]}
        />
        <Figure
          {...{ label: t('year.compounds'), of: 'compounds', unit }}
          value={formatCount(ofYear.compounds)}
          href={links.rows({ figure: 'compounds' })}
          notes={[
            <Opens key="planned" href={ofYear.planned > 0 ? links.rows({ figure: 'planned' }) : undefined}>
              {t('year.plannedNote', { count: formatCount(ofYear.planned) })}
            </Opens>,
            since('compounds', data),
          ]}
        />
        {(['started', 'completed', 'accepted'] as const).map((key) => (
          <Figure
            key={key}
            {...{ label: t(`year.${key}`), unit }}
            of={key === 'accepted' ? key : `${key}OfYear`}
            value={formatCount(ofYear[key])}
            href={links.rows({ figure: key })}
            notes={[share(ofYear[key]), since(key, data)]}
          />
        ))}
        <Figure
          {...{ label: t('year.late'), of: 'late', unit }}
          value={formatCount(ofYear.completedLate)}
          href={links.rows({ figure: 'completedLate' })}
          notes={[
            <Opens key="startedLate" href={ofYear.startedLate > 0 ? links.rows({ figure: 'startedLate' }) : undefined}>
              {t('year.startedLateNote', { count: formatCount(ofYear.startedLate) })}
            </Opens>,
          ]}
        />
      </dl>
    </Card>
  );
}
