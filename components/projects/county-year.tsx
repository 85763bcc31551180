import { FilterSelect } from '@/components/ui/filter-select';

type Props = {
  /** Those there is a choice of. */
  counties: readonly { id: string; name: string }[];
  years: readonly number[];
  labels: { county: string; year: string; yearOf: (year: number) => string };
};

/** Which county, where there are several, and which programme year. */
export function CountyYear({ counties, years, labels }: Props) {
  return (
    <>
      {counties.length > 1 && (
        <FilterSelect
          name="county"
          label={labels.county}
          options={counties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FilterSelect
        name="year"
        label={labels.year}
        options={years.map((one) => ({ value: String(one), label: labels.yearOf(one) }))}
      />
    </>
  );
}
