import { useLocale, useTranslations } from 'next-intl';
import { Stat, StatGrid } from '@/components/ui/stat';
import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatAreaShort } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';
import type { RowsOf } from './scope-filters';

const OUTCOMES = ['eligible', 'ineligible', 'incomplete'] as const;

export function Totals({ data, rows }: { data: SurveyDashboard; rows: RowsOf }) {
  const t = useTranslations('dashboards');
  const locale = useLocale();
  const { all, eligible } = data.totals;
  const area = (text: string) => formatAreaShort(parseHundredths(text) ?? 0n, locale);
  return (
    <StatGrid>
      <Stat
        label={t('all')}
        value={formatCount(all.compounds)}
        unit={t('compounds')}
        note={t('buildingsNote', { count: formatCount(all.buildings) })}
        href={rows()}
      />
      {OUTCOMES.map((outcome) => (
        <Stat
          key={outcome}
          label={t(outcome)}
          value={formatCount(data.totals[outcome].compounds)}
          unit={t('compounds')}
          note={t('householdsNote', { count: formatCount(data.totals[outcome].households) })}
          href={rows({ eligibility: outcome })}
        />
      ))}
      <Stat
        label={t('householdsTitle')}
        value={formatCount(all.households)}
        unit={t('households')}
        note={t('ofEligible', { value: formatCount(eligible.households) })}
        href={rows({ sort: 'households', order: 'desc' })}
      />
      <Stat
        label={t('areaTitle')}
        value={area(all.floorArea)}
        note={t('ofEligible', { value: area(eligible.floorArea) })}
        href={rows({ sort: 'area', order: 'desc' })}
      />
      <Stat
        label={t('readyTitle')}
        value={formatPercent(data.ready, all.compounds, { digits: 1 })}
        note={t('readyNote', { count: formatCount(data.ready) })}
        href={rows({ ready: 'yes' })}
      />
      {data.register && (
        <Stat
          label={t('register.statTitle')}
          value={formatCount(data.register.registeredCompounds)}
          unit={t('compounds')}
          note={t('register.statNote', { all: formatCount(data.register.compounds) })}
          href={rows()}
        />
      )}
    </StatGrid>
  );
}
