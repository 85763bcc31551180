import { FACT_FIELDS, type PlainField } from './fields';
import type { FormValues } from './form-values';

export interface Differences {
  /** Fields that I changed and that now hold something else than I typed. */
  plain: (PlainField | 'aliases')[];
  facilities: string[];
}

/** Where what I typed and what the other saved do not agree; a field that I left alone simply takes the newer value. */
export function differencesOf(mine: FormValues, base: FormValues, theirs: FormValues): Differences {
  const fields = Object.keys(mine).filter((key) => key !== 'facilities') as (PlainField | 'aliases')[];
  return {
    plain: fields.filter((key) => mine[key] !== base[key] && mine[key] !== theirs[key] && theirs[key] !== base[key]),
    facilities: Object.keys(mine.facilities).filter((key) => {
      const [my, was, now] = [mine, base, theirs].map((values) => values.facilities[key] ?? '');
      return my !== was && my !== now && now !== was;
    }),
  };
}

/** The two versions as one: newest content, with what I changed, but for the fields where the other's is to stay. */
export function merged(
  mine: FormValues,
  base: FormValues,
  theirs: FormValues,
  takeTheirs: ReadonlySet<string>,
): FormValues {
  const pick = (key: string, my: string, was: string, now: string) => (my === was || takeTheirs.has(key) ? now : my);
  const fields = Object.keys(mine).filter((key) => key !== 'facilities') as (PlainField | 'aliases')[];
  const plain = fields.map((key) => [key, pick(key, mine[key], base[key], theirs[key])]);
  const facilities = Object.keys(mine.facilities).map((key) => [
    key,
    pick(`facility-${key}`, mine.facilities[key] ?? '', base.facilities[key] ?? '', theirs.facilities[key] ?? ''),
  ]);
  return {
    ...(Object.fromEntries(plain) as Omit<FormValues, 'facilities'>),
    facilities: Object.fromEntries(facilities),
  };
}

export const isFact = (key: string): boolean => (FACT_FIELDS as readonly string[]).includes(key);
