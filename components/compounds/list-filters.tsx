import { useLocale, useTranslations } from 'next-intl';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import type { SelectOption } from '@/components/ui/select';
import type { Params } from '@/components/ui/url';
import type { FacilityName, Place } from '@/lib/domain/compounds/answers';
import { OUTCOME_LABELS, OWNERSHIP_LABELS } from '@/lib/domain/compounds/labels';
import { OUTCOMES, OWNERSHIP_KINDS } from '@/lib/domain/compounds/types';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { MoreFilters } from './more-filters';
import { PlaceFilters } from './place-filters';

const DECADES = ['1950', '1960', '1970', '1980', '1990', '2000', '2010'];

type Props = {
  params: Params;
  /** How many conditions are set, the search apart. */
  active: number;
  places: readonly Place[];
  /** Which levels there is a choice of. */
  levels: { county: boolean; subdistrict: boolean; community: boolean };
  subdistrict?: string;
  facilities: readonly FacilityName[];
};

export function ListFilters({ params, active, places, levels, subdistrict, facilities }: Props) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  const words = <K extends string>(keys: readonly K[], labels: Record<K, Label>): SelectOption[] =>
    keys.map((key) => ({ value: key, label: labelIn(labels[key], locale) }));
  const unknown = { value: 'unknown', label: t('filters.unknown') };
  const decades = DECADES.map((decade) => ({ value: decade, label: t('filters.decadeOf', { decade }) }));
  return (
    <FilterFold
      active={active}
      search={
        <SearchBox path="/compounds" params={params} label={t('searchLabel')} placeholder={t('searchPlaceholder')} />
      }
    >
      <PlaceFilters
        places={places}
        subdistrict={subdistrict}
        labels={{
          county: levels.county && t('filters.county'),
          subdistrict: levels.subdistrict && t('filters.subdistrict'),
          community: levels.community && t('filters.community'),
        }}
      />
      <FilterSelect name="eligibility" label={t('filters.eligibility')} options={words(OUTCOMES, OUTCOME_LABELS)} />
      <FilterSelect name="decade" label={t('filters.decade')} options={[...decades, unknown]} />
      <FilterSelect
        name="ownership"
        label={t('filters.ownership')}
        options={[...words(OWNERSHIP_KINDS, OWNERSHIP_LABELS), unknown]}
      />
      <MoreFilters
        params={params}
        facilities={facilities.map(({ key, name, nameEn }) => ({
          value: key,
          label: locale === 'en' ? nameEn : name,
        }))}
      />
    </FilterFold>
  );
}
