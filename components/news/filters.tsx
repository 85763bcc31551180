import { useLocale, useTranslations } from 'next-intl';
import { CountyYear } from '@/components/projects/county-year';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import type { Params } from '@/components/ui/url';
import { NEWS_STATES } from '@/lib/domain/news/types';
import type { NamedUnit } from '@/lib/domain/units/named';
import { type NewsWords, optionsOf } from './words';

type Props = {
  params: Params;
  active: number;
  counties: readonly NamedUnit[];
  years: readonly number[];
  words: NewsWords;
};

export function NewsFilters({ params, active, counties, years, words }: Props) {
  const t = useTranslations('news');
  const locale = useLocale();
  const labels = {
    ...{ county: t('filter.county'), year: t('filter.year') },
    yearOf: (year: number) => t('yearName', { year: String(year) }),
  };
  return (
    <FilterFold active={active} search={<SearchBox path="/news" params={params} label={t('search')} />}>
      <CountyYear counties={counties} years={years} labels={labels} />
      <FilterSelect name="kind" label={t('filter.kind')} options={optionsOf(words.kinds, locale)} />
      <FilterSelect name="level" label={t('filter.level')} options={optionsOf(words.levels, locale)} />
      <FilterSelect
        name="status"
        label={t('filter.status')}
        options={NEWS_STATES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
    </FilterFold>
  );
}
