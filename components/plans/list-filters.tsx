import { useLocale, useTranslations } from 'next-intl';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import type { Params } from '@/components/ui/url';
import type { Place } from '@/lib/domain/compounds/answers';
import { labelIn } from '@/lib/domain/kernel/label';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import { PLAN_STATUSES } from '@/lib/domain/plans/types';

type Props = {
  params: Params;
  /** how many conditions are set */
  active: number;
  places: readonly Place[];
  manyCounties: boolean;
};

export function PlanFilters({ params, active, places, manyCounties }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const of = (kind: Place['kind']) =>
    places.filter((place) => place.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterFold
      active={active}
      search={<SearchBox path="/plans" params={params} label={t('search')} placeholder={t('search')} />}
    >
      {manyCounties && <FilterSelect name="county" label={t('columns.county')} options={of('county')} />}
      {of('subdistrict').length > 1 && (
        <FilterSelect name="subdistrict" label={t('columns.subdistrict')} options={of('subdistrict')} />
      )}
      {of('community').length > 1 && (
        <FilterSelect name="community" label={t('columns.community')} options={of('community')} />
      )}
      <FilterSelect
        name="state"
        label={t('allStates')}
        options={[
          { value: 'none', label: t('noPlan') },
          ...PLAN_STATUSES.map((value) => ({ value, label: labelIn(PLAN_STATUS_LABELS[value], locale) })),
        ]}
      />
      <FilterSelect
        name="ready"
        label={t('columns.vote')}
        options={[
          { value: 'yes', label: t('votePassed') },
          { value: 'no', label: t('voteNotPassed') },
        ]}
      />
    </FilterFold>
  );
}
