import { useLocale, useTranslations } from 'next-intl';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import { SUPERVISION_SHOWN } from '@/lib/domain/supervision/schema';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitOptions } from '@/lib/format/unit-name';

type Props = { params: Params; active: number; counties: readonly NamedUnit[] };

export function SupervisionFilters({ params, active, counties }: Props) {
  const t = useTranslations('supervision');
  const locale = useLocale();
  const label = (one: (typeof SUPERVISION_SHOWN)[number]) =>
    one === 'waiting' || one === 'overdue' ? t(`shown.${one}`) : t(`status.${one}`);
  return (
    <Toolbar>
      <FilterFold active={active} search={<SearchBox path="/supervision" params={params} label={t('search')} />}>
        <FilterSelect
          name="status"
          label={t('filter.status')}
          options={SUPERVISION_SHOWN.map((value) => ({ value, label: label(value) }))}
        />
        {counties.length > 1 && (
          <FilterSelect name="county" label={t('filter.county')} options={unitOptions(counties, locale)} />
        )}
      </FilterFold>
    </Toolbar>
  );
}
