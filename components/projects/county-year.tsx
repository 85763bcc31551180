import { useLocale } from 'next-intl';
import { FilterSelect } from '@/components/ui/filter-select';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitOptions } from '@/lib/format/unit-name';

type Props = {
  /** Those there is a choice of. */
  counties: readonly NamedUnit[];
  years: readonly number[];
  labels: { county: string; year: string; yearOf: (year: number) => string };
};

/** Which county, where there are several, and which programme year. */
export function CountyYear({ counties, years, labels }: Props) {
  const locale = useLocale();
  return (
    <>
      {counties.length > 1 && (
        <FilterSelect name="county" label={labels.county} options={unitOptions(counties, locale)} />
      )}
      <FilterSelect
        name="year"
        label={labels.year}
        options={years.map((one) => ({ value: String(one), label: labels.yearOf(one) }))}
      />
    </>
  );
}
