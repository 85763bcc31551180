import type { useTranslations } from 'next-intl';
import type { FilterChip } from '@/components/ui/filter-chips';
import { hrefWith, type Params } from '@/components/ui/url';
import type { FacilityName, Place } from '@/lib/domain/compounds/answers';
import {
  COMPOUND_STATUS_LABELS,
  CONDITION_LABELS,
  OUTCOME_LABELS,
  OWNERSHIP_LABELS,
  WILLINGNESS_LABELS,
} from '@/lib/domain/compounds/labels';
import type { CompoundListQuery } from '@/lib/domain/compounds/list-query';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';

interface Setting {
  t: ReturnType<typeof useTranslations<'compounds'>>;
  locale: Locale;
  params: Params;
  places: readonly Place[];
  facilities: readonly FacilityName[];
}

/** What the list is narrowed to, in words. */
export function listChips(query: CompoundListQuery, { t, locale, params, places, facilities }: Setting): FilterChip[] {
  const unknown = t('filters.unknown');
  const word = (labels: Record<string, Label>) => (key: string) => {
    const label = labels[key];
    return label ? labelIn(label, locale) : unknown;
  };
  const place = (id: string) => places.find((one) => one.id === id)?.name ?? id.slice(0, 8);
  const short = (code: string) =>
    t.has(`short.${code}` as 'missingNone') ? t(`short.${code}` as 'missingNone') : code;
  const facility = (key: string) => {
    const found = facilities.find((one) => one.key === key);
    return found ? (locale === 'en' ? found.nameEn : found.name) : key;
  };
  const says: Partial<Record<keyof CompoundListQuery, (value: string) => string>> = {
    county: place,
    subdistrict: place,
    community: place,
    eligibility: word(OUTCOME_LABELS),
    decade: (decade) => (decade === 'unknown' ? unknown : t('filters.decadeOf', { decade })),
    ownership: word(OWNERSHIP_LABELS),
    reason: short,
    missing: short,
    ready: (ready) => t(ready === 'yes' ? 'filters.readyYes' : 'filters.readyNo'),
    yearFrom: (value) => value,
    yearTo: (value) => value,
    facility,
    condition: word(CONDITION_LABELS),
    willingness: word(WILLINGNESS_LABELS),
    status: (value) => (value === 'all' ? t('filters.statusAll') : word(COMPOUND_STATUS_LABELS)(value)),
  };
  const chips = Object.entries(says).flatMap(([name, say]) => {
    const value = query[name as keyof CompoundListQuery];
    if (value === undefined || (name === 'status' && value === 'active')) return [];
    const label = `${t(`filters.${name}` as 'filters.county')}：${say?.(String(value))}`;
    return [{ key: name, label, removeHref: hrefWith('/compounds', params, { [name]: undefined, cursor: undefined }) }];
  });
  const search = query.q
    ? [
        {
          key: 'q',
          label: t('filters.search', { q: query.q }),
          removeHref: hrefWith('/compounds', params, { q: undefined, cursor: undefined }),
        },
      ]
    : [];
  return [...search, ...chips];
}
