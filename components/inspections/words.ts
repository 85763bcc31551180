import type { InspectionRow, StatedPosition } from '@/lib/domain/inspections/answers';
import { INSPECTION_LEVEL_LABELS } from '@/lib/domain/inspections/labels';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { Worded } from '@/lib/domain/projects/choices';

export const levelName = (level: InspectionRow['level'], locale: Locale): string =>
  labelIn(INSPECTION_LEVEL_LABELS[level], locale);

export const kindNames = (codes: readonly string[], kinds: readonly Worded[], locale: Locale): string =>
  codes
    .map((code) => kinds.find((one) => one.code === code))
    .map((kind) => (locale === 'en' ? kind?.nameEn : kind?.name))
    .filter(Boolean)
    .join(locale === 'en' ? ', ' : '、');

const degrees = (e6: number): string => {
  const size = Math.abs(e6);
  return `${e6 < 0 ? '-' : ''}${Math.trunc(size / 1_000_000)}.${String(size % 1_000_000).padStart(6, '0')}°`;
};

/** As the device stated it, digit by digit. */
export const statedPosition = ({ latitudeE6, longitudeE6, accuracyM }: StatedPosition) => ({
  latitude: degrees(latitudeE6),
  longitude: degrees(longitudeE6),
  accuracy: String(accuracyM),
});
