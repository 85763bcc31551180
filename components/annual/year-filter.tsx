import { useTranslations } from 'next-intl';
import { FilterSelect } from '@/components/ui/filter-select';

export function YearFilter({ years }: { years: readonly number[] }) {
  const t = useTranslations('annual');
  return (
    <FilterSelect
      name="year"
      label={t('year')}
      options={years.map((year) => ({ value: String(year), label: t('yearName', { year: String(year) }) }))}
    />
  );
}
