import { useLocale, useTranslations } from 'next-intl';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import { labelIn } from '@/lib/domain/kernel/label';
import { paperKind } from '@/lib/domain/papers/official/register';
import type { OfficialPaperList } from '@/lib/domain/papers/official/schema';
import type { NamedUnit } from '@/lib/domain/units/named';
import { formatCount } from '@/lib/format/number';
import { unitOptions } from '@/lib/format/unit-name';

type Props = {
  params: Params;
  active: number;
  kinds: OfficialPaperList['kinds'];
  counties: readonly NamedUnit[];
  years: readonly number[];
};

/** Kinds with how many there are of each by the other conditions; those of which there is none only while one is chosen. */
export function PaperFilters({ params, active, kinds, counties, years }: Props) {
  const t = useTranslations('officialPapers');
  const locale = useLocale();
  return (
    <Toolbar>
      <FilterFold active={active} search={<SearchBox path="/papers" params={params} label={t('search')} />}>
        <FilterSelect
          name="kind"
          label={t('filter.kind')}
          options={kinds
            .filter(({ kind, count }) => count > 0 || kind === params.kind)
            .map(({ kind, count, more }) => ({
              value: kind,
              label: t(more ? 'kindMore' : 'kindCount', {
                name: labelIn(paperKind(kind).label, locale),
                count: formatCount(count),
              }),
            }))}
        />
        {counties.length > 1 && (
          <FilterSelect name="county" label={t('filter.county')} options={unitOptions(counties, locale)} />
        )}
        <FilterSelect
          name="year"
          label={t('filter.year')}
          options={years.map((year) => ({ value: String(year), label: t('yearName', { year: String(year) }) }))}
        />
      </FilterFold>
    </Toolbar>
  );
}
