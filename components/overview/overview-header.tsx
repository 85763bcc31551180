import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { hrefWith } from '@/components/ui/url';
import type { Overview } from '@/lib/domain/overview/answers';
import type { NamedUnit } from '@/lib/domain/units/named';
import { formatDateTime } from '@/lib/format/date';
import { unitName, unitOptions } from '@/lib/format/unit-name';
import { useOverviewWords } from './words';

/** Whose figures, of which year and moment; all three are chosen in the address. `counties`: to choose among, none for a county. */
export function OverviewHeader({ data, counties }: { data: Overview; counties: readonly NamedUnit[] }) {
  const { t, locale, month } = useOverviewWords();
  const brief = hrefWith('/overview/brief', {
    year: String(data.year),
    county: data.unit.level === 'county' && counties.length > 0 ? data.unit.id : undefined,
    asOf: data.month ?? undefined,
  });
  return (
    <PageHeader
      title={t('titleOf', { name: unitName(data.unit, locale) })}
      description={t('asOf', { year: String(data.year), moment: formatDateTime(new Date(data.asOf), locale) })}
      more={
        <>
          {counties.length > 0 && (
            <FilterSelect name="county" label={t('wholePrefecture')} options={unitOptions(counties, locale)} />
          )}
          <FilterSelect
            name="year"
            label={t('currentYear')}
            options={data.years.map((year) => ({ value: String(year), label: t('yearOf', { year: String(year) }) }))}
          />
          {data.months.length > 0 && (
            <FilterSelect
              name="asOf"
              label={t('now')}
              options={data.months.map((of) => ({ value: of, label: t('monthEnd', { month: month(of) }) }))}
            />
          )}
        </>
      }
      action={
        <LinkButton variant="primary" href={brief} prefetch={false}>
          {t('brief')}
        </LinkButton>
      }
    />
  );
}
