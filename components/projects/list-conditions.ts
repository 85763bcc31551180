import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { ALL_COMPLETE, ENTITY_KIND_LABELS, PROJECT_STATUS_LABELS } from '@/lib/domain/projects/labels';
import type { ProjectListQuery } from '@/lib/domain/projects/list-query';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { stageNames } from '@/lib/domain/stages/names';
import type { NamedUnit } from '@/lib/domain/units/named';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { chosenUnit } from '@/lib/format/unit-name';

interface Setting {
  t: ReturnType<typeof useTranslations<'projects'>>;
  locale: Locale;
  counties: readonly NamedUnit[];
  rulebook: Rulebook;
}

/** What the list is narrowed to, in words. */
export function listConditions(
  { county, year, stage, status, entity, light }: ProjectListQuery,
  { t, locale, counties, rulebook }: Setting,
): Condition[] {
  const asked = {
    county: county && chosenUnit(counties, county, locale),
    year: year && String(year),
    stage: stage && (stageNames(rulebook, locale).stage(stage) ?? labelIn(ALL_COMPLETE, locale)),
    status: status && labelIn(PROJECT_STATUS_LABELS[status], locale),
    light: light && labelIn(LIGHT_LABELS[light], locale),
    entity: entity && labelIn(ENTITY_KIND_LABELS[entity], locale),
  };
  return Object.entries(asked).flatMap(([key, value]) =>
    value ? [{ key, name: t(`columns.${key as keyof typeof asked}`), value }] : [],
  );
}
