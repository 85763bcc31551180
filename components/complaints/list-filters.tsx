import { useLocale, useTranslations } from 'next-intl';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { SearchBox } from '@/components/ui/search-box';
import type { Params } from '@/components/ui/url';
import { CHANNEL_LABELS, COMPLAINT_KIND_LABELS, STATUS_LABELS } from '@/lib/domain/complaints/labels';
import { COMPLAINT_STANDINGS } from '@/lib/domain/complaints/list-query';
import { CHANNELS, COMPLAINT_KINDS, STATUSES } from '@/lib/domain/complaints/types';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitOptions } from '@/lib/format/unit-name';
import { type Subjects, subjectName } from './words';

type Props = { params: Params; active: number; counties: readonly NamedUnit[]; subjects: Subjects };

export function ListFilters({ params, active, counties, subjects }: Props) {
  const t = useTranslations('complaints');
  const locale = useLocale();
  const words = <K extends string>(keys: readonly K[], labels: Record<K, Label>) =>
    keys.map((key) => ({ value: key, label: labelIn(labels[key], locale) }));
  return (
    <FilterFold
      active={active}
      search={<SearchBox path="/complaints" params={params} label={t('search')} placeholder={t('search')} />}
    >
      <FilterSelect
        name="standing"
        label={t('standing')}
        options={COMPLAINT_STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) }))}
      />
      <FilterSelect name="status" label={t('columns.status')} options={words(STATUSES, STATUS_LABELS)} />
      {counties.length > 1 && (
        <FilterSelect name="county" label={t('columns.county')} options={unitOptions(counties, locale)} />
      )}
      <FilterSelect name="kind" label={t('columns.kind')} options={words(COMPLAINT_KINDS, COMPLAINT_KIND_LABELS)} />
      <FilterSelect
        name="subject"
        label={t('columns.subject')}
        options={subjects.map(({ code }) => ({ value: code, label: subjectName(subjects, code, locale) }))}
      />
      <FilterSelect name="channel" label={t('columns.channel')} options={words(CHANNELS, CHANNEL_LABELS)} />
    </FilterFold>
  );
}
