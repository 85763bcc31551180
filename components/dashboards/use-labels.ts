import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { formatReason } from '@/lib/format/reason';
import { unitName } from '@/lib/format/unit-name';

export type UnitFigures = SurveyDashboard['units'][number];

/** Words for what the figures are keyed by. */
export function useLabels(facilityNames: Record<string, { name: string; nameEn: string }>) {
  const t = useTranslations('dashboards');
  const locale = useLocale();
  const { facts } = useMessages().dashboards;
  return {
    fact: (code: string) => formatReason({ code }, facts),
    decade: (key: string) => (key === 'unknown' ? t('decade.unknown') : t('decade.decade', { year: key })),
    facility: (key: string) => {
      const found = facilityNames[key];
      return found ? (locale === 'en' ? found.nameEn : found.name) : key;
    },
    unit: ({ name, nameEn, unitId }: UnitFigures, by: SurveyDashboard['by']) =>
      unitId === null ? t(by === 'community' ? 'unplacedCommunity' : 'unplaced') : unitName({ name, nameEn }, locale),
  };
}
