import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { SurveyDashboard as Data } from '@/lib/domain/dashboards/schema';
import { Decades, MissingFacilities, Reasons } from './ranked-figures';
import { RegisterTable } from './register-table';
import { rowsOf } from './scope-filters';
import { Totals } from './totals';
import { DecidedTiles, UnitBars } from './unit-figures';
import { useLabels } from './use-labels';

type Props = {
  data: Data;
  facilityNames: Record<string, { name: string; nameEn: string }>;
  /** The reader may open lists of compounds. */
  mayOpen: boolean;
};

/** The survey at a glance: how many, where, how old, what is missing, and how far the data can be trusted. */
export function SurveyDashboard({ data, facilityNames, mayOpen }: Props) {
  const t = useTranslations('dashboards');
  const labels = useLabels(facilityNames);
  const rows = rowsOf(data, mayOpen);
  if (data.totals.all.compounds === 0) {
    return (
      <Card>
        <EmptyState title={t('empty')} description={t('emptyText')} />
      </Card>
    );
  }
  const parts = { data, labels, rows };
  // Cards of one height stand side by side: the register is as low as the decades, and else comes last.
  const registerEarly = data.by === 'county' || data.by === null;
  const register = data.register && <RegisterTable gap={data.register} />;
  return (
    <div className="space-y-4">
      <Totals data={data} rows={rows} />
      <div className="grid gap-4 xl:grid-cols-2">
        {data.by === 'county' && <DecidedTiles data={data} labels={labels} />}
        {data.by && <UnitBars {...parts} />}
        <Decades {...parts} />
        {registerEarly && register}
        <MissingFacilities {...parts} />
        <Reasons {...parts} of="missing" />
        <Reasons {...parts} of="incomplete" />
        <Reasons {...parts} of="ineligible" />
        {!registerEarly && register}
      </div>
    </div>
  );
}
