import { useLocale, useTranslations } from 'next-intl';
import { CountyYear } from '@/components/projects/county-year';
import { Button } from '@/components/ui/button';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { Input } from '@/components/ui/input';
import { SearchBox } from '@/components/ui/search-box';
import { type Params, pairsOf } from '@/components/ui/url';
import { MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { MOVEMENTS } from '@/lib/domain/funds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { type FundWords, inWords } from '../words';

type Props = {
  params: Params;
  active: number;
  counties: readonly NamedUnit[];
  years: readonly number[];
  words: FundWords;
  source: string | undefined;
  from: string | undefined;
  to: string | undefined;
};

export function EntryFilters({ params, active, counties, years, words, source, from, to }: Props) {
  const t = useTranslations('fundViews.entries');
  const locale = useLocale();
  const options = (all: FundWords['menu']) =>
    all.map((one) => ({ value: one.code, label: inWords(one, one.code, locale) }));
  const kinds = words.sources.find(({ code }) => code === source)?.kinds ?? [];
  const labels = {
    ...{ county: t('columns.county'), year: t('columns.year') },
    yearOf: (year: number) => t('yearOf', { year: String(year) }),
  };
  return (
    <FilterFold
      active={active}
      search={<SearchBox path="/funds/entries" params={params} label={t('search')} placeholder={t('search')} />}
    >
      <CountyYear counties={counties} years={years} labels={labels} />
      <FilterSelect
        name="movement"
        label={t('columns.movement')}
        options={MOVEMENTS.map((one) => ({ value: one, label: labelIn(MOVEMENT_LABELS[one], locale) }))}
      />
      <FilterSelect name="source" label={t('columns.source')} options={options(words.sources)} />
      {kinds.length > 0 && <FilterSelect name="kind" label={t('columns.kind')} options={options(kinds)} />}
      <FilterSelect
        name="item"
        label={t('columns.item')}
        options={[...options(words.menu), { value: 'fees', label: t('fees') }]}
      />
      <form action="/funds/entries" className="flex flex-wrap items-center gap-1.5">
        {pairsOf(params, ['from', 'to', 'cursor']).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Input type="date" name="from" defaultValue={from} aria-label={t('from')} className="w-auto!" />
        <Input type="date" name="to" defaultValue={to} aria-label={t('to')} className="w-auto!" />
        <Button type="submit">{t('applyDays')}</Button>
      </form>
    </FilterFold>
  );
}
