import type { NamedUnit } from '@/lib/domain/units/named';

/** A unit in the reader's language; in Chinese where there is no other name for it. */
export const unitName = ({ name, nameEn }: Pick<NamedUnit, 'name' | 'nameEn'>, locale: 'zh-CN' | 'en'): string =>
  (locale === 'en' && nameEn) || name;

/** Units to choose from. */
export const unitOptions = (units: readonly NamedUnit[], locale: 'zh-CN' | 'en'): { value: string; label: string }[] =>
  units.map((unit) => ({ value: unit.id, label: unitName(unit, locale) }));
