import { useLocale, useTranslations } from 'next-intl';
import { PlaceFilters } from '@/components/compounds/place-filters';
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
  const isChoice = (of: Place['kind']) => places.filter(({ kind }) => kind === of).length > 1;
  return (
    <FilterFold
      active={active}
      search={<SearchBox path="/plans" params={params} label={t('search')} placeholder={t('search')} />}
    >
      <PlaceFilters
        places={places}
        labels={{
          county: manyCounties && t('columns.county'),
          subdistrict: isChoice('subdistrict') && t('columns.subdistrict'),
          community: isChoice('community') && t('columns.community'),
        }}
      />
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
