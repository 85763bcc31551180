import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
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
import { chosenUnit } from '@/lib/format/unit-name';

interface Setting {
  t: ReturnType<typeof useTranslations<'compounds'>>;
  locale: Locale;
  places: readonly Place[];
  facilities: readonly FacilityName[];
}

/** What the list is narrowed to, in words. */
export function listConditions(query: CompoundListQuery, { t, locale, places, facilities }: Setting): Condition[] {
  const unknown = t('filters.unknown');
  const word = (labels: Record<string, Label>) => (key: string) => {
    const label = labels[key];
    return label ? labelIn(label, locale) : unknown;
  };
  const place = (id: string) => chosenUnit(places, id, locale);
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
  return Object.entries(says).flatMap(([key, say]) => {
    const value = query[key as keyof CompoundListQuery];
    if (value === undefined || (key === 'status' && value === 'active')) return [];
    return [{ key, name: t(`filters.${key}` as 'filters.county'), value: say?.(String(value)) ?? String(value) }];
  });
}
