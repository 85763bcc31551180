import { useLocale, useTranslations } from 'next-intl';
import { FilterSelect } from '@/components/ui/filter-select';
import { Toolbar } from '@/components/ui/toolbar';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { WATCHED } from '@/lib/domain/warnings/answers';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { unitOptions } from '@/lib/format/unit-name';

type Props = { years: readonly number[]; counties: readonly NamedUnit[] };

export function LightFilters({ years, counties }: Props) {
  const t = useTranslations('warnings');
  const locale = useLocale();
  return (
    <Toolbar>
      <FilterSelect
        name="light"
        label={t('light')}
        options={WATCHED.map((light) => ({ value: light, label: labelIn(LIGHT_LABELS[light], locale) }))}
      />
      {counties.length > 1 && (
        <FilterSelect name="county" label={t('county')} options={unitOptions(counties, locale)} />
      )}
      <FilterSelect
        name="year"
        label={t('year')}
        options={years.map((year) => ({ value: String(year), label: t('yearName', { year: String(year) }) }))}
      />
    </Toolbar>
  );
}
