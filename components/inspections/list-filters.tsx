import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import { Input } from '@/components/ui/input';
import { Toolbar } from '@/components/ui/toolbar';
import { type Params, pairsOf } from '@/components/ui/url';
import { INSPECTION_LEVELS } from '@/lib/domain/inspections/types';
import type { Worded } from '@/lib/domain/projects/choices';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitOptions } from '@/lib/format/unit-name';
import { levelName } from './words';

type Props = {
  params: Params;
  /** those there is a choice of */
  counties: readonly NamedUnit[];
  kinds: readonly Worded[];
  from: string | undefined;
  to: string | undefined;
};

export function InspectionFilters({ params, counties, kinds, from, to }: Props) {
  const t = useTranslations('inspections.filters');
  const locale = useLocale();
  return (
    <Toolbar>
      {counties.length > 1 && (
        <FilterSelect name="county" label={t('county')} options={unitOptions(counties, locale)} />
      )}
      <FilterSelect name="open" label={t('open')} options={[{ value: 'yes', label: t('onlyOpen') }]} />
      <FilterSelect
        name="kind"
        label={t('kind')}
        options={kinds.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : name }))}
      />
      <FilterSelect
        name="level"
        label={t('level')}
        options={INSPECTION_LEVELS.map((value) => ({ value, label: levelName(value, locale) }))}
      />
      <form action="/inspections" className="flex flex-wrap items-center gap-1.5">
        {pairsOf(params, ['from', 'to', 'page']).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Input type="date" name="from" defaultValue={from} aria-label={t('from')} className="w-auto!" />
        <Input type="date" name="to" defaultValue={to} aria-label={t('to')} className="w-auto!" />
        <Button type="submit">{t('apply')}</Button>
      </form>
    </Toolbar>
  );
}
