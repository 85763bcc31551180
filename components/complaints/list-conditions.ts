import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
import { CHANNEL_LABELS, COMPLAINT_KIND_LABELS, STATUS_LABELS } from '@/lib/domain/complaints/labels';
import type { ComplaintListQuery } from '@/lib/domain/complaints/list-query';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { chosenUnit } from '@/lib/format/unit-name';
import { type Subjects, subjectName } from './words';

interface Setting {
  t: ReturnType<typeof useTranslations<'complaints'>>;
  locale: Locale;
  counties: readonly NamedUnit[];
  subjects: Subjects;
}

/** What the list is narrowed to, in words. */
export function listConditions(
  { county, status, standing, kind, subject, channel }: ComplaintListQuery,
  { t, locale, counties, subjects }: Setting,
): Condition[] {
  const asked = {
    standing: standing && { name: t('standing'), value: t(`standings.${standing}`) },
    status: status && { name: t('columns.status'), value: labelIn(STATUS_LABELS[status], locale) },
    county: county && { name: t('columns.county'), value: chosenUnit(counties, county, locale) },
    kind: kind && { name: t('columns.kind'), value: labelIn(COMPLAINT_KIND_LABELS[kind], locale) },
    subject: subject && { name: t('columns.subject'), value: subjectName(subjects, subject, locale) },
    channel: channel && { name: t('columns.channel'), value: labelIn(CHANNEL_LABELS[channel], locale) },
  };
  return Object.entries(asked).flatMap(([key, one]) => (one ? [{ key, ...one }] : []));
}
