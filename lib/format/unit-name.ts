import type { Locale } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';

type Names = Pick<NamedUnit, 'name' | 'nameEn'>;

/** A unit in the reader's language; in Chinese where there is no other name for it. */
export const unitName = ({ name, nameEn }: Names, locale: Locale): string => (locale === 'en' && nameEn) || name;

/** Units one within the other, as far as they are known. */
export const unitNames = (units: readonly (Names | null)[], locale: Locale): string[] =>
  units.flatMap((unit) => (unit ? [unitName(unit, locale)] : []));

/** Units to choose from. */
export const unitOptions = (units: readonly NamedUnit[], locale: Locale): { value: string; label: string }[] =>
  units.map((unit) => ({ value: unit.id, label: unitName(unit, locale) }));

/** What an address chose by its id; the beginning of the id where it is none of them. */
export function chosenUnit(units: readonly NamedUnit[], id: string, locale: Locale): string {
  const chosen = units.find((unit) => unit.id === id);
  return chosen ? unitName(chosen, locale) : id.slice(0, 8);
}
