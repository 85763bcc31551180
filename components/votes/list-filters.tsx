import { useLocale, useTranslations } from 'next-intl';
import { PlaceFilters } from '@/components/compounds/place-filters';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import type { Params } from '@/components/ui/url';
import type { Place } from '@/lib/domain/compounds/answers';
import { labelIn } from '@/lib/domain/kernel/label';
import { OUTCOME_LABELS, ROUND_LABELS, ROUND_STATUS_LABELS } from '@/lib/domain/votes/labels';
import { OUTCOMES, ROUND_STATUSES } from '@/lib/domain/votes/types';

type Props = {
  params: Params;
  /** how many conditions are set */
  active: number;
  places: readonly Place[];
  /** of which kinds of place there is a choice */
  levels: { county: boolean; community: boolean };
};

export function RoundFilters({ params, active, places, levels }: Props) {
  const t = useTranslations('votes');
  const locale = useLocale();
  return (
    <FilterFold
      active={active}
      search={<SearchBox path="/votes" params={params} label={t('search')} placeholder={t('search')} />}
    >
      <PlaceFilters
        places={places}
        labels={{
          county: levels.county && t('filters.county'),
          community: levels.community && t('filters.community'),
        }}
      />
      <FilterSelect
        name="round"
        label={t('bothRounds')}
        options={([1, 2] as const).map((value) => ({
          value: String(value),
          label: labelIn(ROUND_LABELS[value], locale),
        }))}
      />
      <FilterSelect
        name="status"
        label={t('allStatuses')}
        options={[
          { value: 'live', label: t('live') },
          ...ROUND_STATUSES.map((value) => ({ value, label: labelIn(ROUND_STATUS_LABELS[value], locale) })),
        ]}
      />
      <FilterSelect
        name="outcome"
        label={t('allOutcomes')}
        options={OUTCOMES.map((value) => ({ value, label: labelIn(OUTCOME_LABELS[value], locale) }))}
      />
    </FilterFold>
  );
}
