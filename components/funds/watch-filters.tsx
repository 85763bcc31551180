import { useLocale, useTranslations } from 'next-intl';
import { FilterSelect } from '@/components/ui/filter-select';
import { Toolbar } from '@/components/ui/toolbar';
import { IDLE_PLACES, SHORTAGES } from '@/lib/domain/funds/watch-answers';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitOptions } from '@/lib/format/unit-name';
import { type FundWords, inWords } from './words';

type Props = {
  view: 'idle' | 'shortages';
  years: readonly number[];
  /** those there is a choice of */
  counties: readonly NamedUnit[];
  words: FundWords;
};

export function WatchFilters({ view, years, counties, words }: Props) {
  const t = useTranslations('allocation');
  const locale = useLocale();
  return (
    <Toolbar>
      {counties.length > 1 && (
        <FilterSelect name="county" label={t('county')} options={unitOptions(counties, locale)} />
      )}
      <FilterSelect
        name="year"
        label={t('year')}
        options={years.map((year) => ({ value: String(year), label: t('yearName', { year: String(year) }) }))}
      />
      {view === 'idle' ? (
        <>
          <FilterSelect
            name="source"
            label={t('source')}
            options={words.sources.map((one) => ({ value: one.code, label: inWords(one, one.code, locale) }))}
          />
          <FilterSelect
            name="place"
            label={t('watch.place')}
            options={IDLE_PLACES.map((key) => ({ value: key, label: t(`watch.places.${key}`) }))}
          />
        </>
      ) : (
        <FilterSelect
          name="kind"
          label={t('watch.kind')}
          options={SHORTAGES.map((key) => ({ value: key, label: t(`watch.kinds.${key}`) }))}
        />
      )}
    </Toolbar>
  );
}
