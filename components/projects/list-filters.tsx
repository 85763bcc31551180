import { useLocale, useTranslations } from 'next-intl';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import type { Params } from '@/components/ui/url';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { ALL_COMPLETE, ENTITY_KIND_LABELS, PROJECT_STATUS_LABELS } from '@/lib/domain/projects/labels';
import { ENTITY_KINDS, PROJECT_STATUSES } from '@/lib/domain/projects/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { NamedUnit } from '@/lib/domain/units/named';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { LIGHTS } from '@/lib/domain/warnings/types';
import { CountyYear } from './county-year';

type Props = {
  params: Params;
  /** How many conditions are set, the search apart. */
  active: number;
  /** Those there is a choice of. */
  counties: readonly NamedUnit[];
  years: readonly number[];
  rulebook: Rulebook;
};

export function ListFilters({ params, active, counties, years, rulebook }: Props) {
  const t = useTranslations('projects');
  const locale = useLocale();
  const words = <K extends string>(keys: readonly K[], labels: Record<K, Label>) =>
    keys.map((key) => ({ value: key, label: labelIn(labels[key], locale) }));
  const stages = rulebook.stages.map(({ number, name, nameEn }) => ({
    value: String(number),
    label: `${number} ${labelIn({ zh: name, en: nameEn }, locale)}`,
  }));
  const labels = {
    ...{ county: t('columns.county'), year: t('columns.year') },
    yearOf: (year: number) => t('yearOf', { year: String(year) }),
  };
  return (
    <FilterFold
      active={active}
      search={<SearchBox path="/projects" params={params} label={t('search')} placeholder={t('search')} />}
    >
      <CountyYear counties={counties} years={years} labels={labels} />
      <FilterSelect
        name="stage"
        label={t('columns.stage')}
        options={[...stages, { value: '11', label: labelIn(ALL_COMPLETE, locale) }]}
      />
      <FilterSelect name="light" label={t('columns.light')} options={words(LIGHTS, LIGHT_LABELS)} />
      <FilterSelect
        name="status"
        label={t('columns.status')}
        options={words(PROJECT_STATUSES, PROJECT_STATUS_LABELS)}
      />
      <FilterSelect name="entity" label={t('columns.entity')} options={words(ENTITY_KINDS, ENTITY_KIND_LABELS)} />
    </FilterFold>
  );
}
