import { compact } from './reading';

/** A name as it is compared: half width, without blanks, in small letters. */
export const nameKey = (name: unknown): string => compact(name).toLowerCase();

export interface Named {
  id: string;
  name: string;
  code: string;
  aliases: readonly string[];
  /** Names of the units it stands in, and its address. */
  standsIn?: readonly string[];
}

const namesOf = ({ name, aliases }: Named): Set<string> => new Set([name, ...aliases].map(nameKey));

/** Compounds by each name that they go by. */
export function byName<C extends Named>(compounds: readonly C[]): Map<string, C[]> {
  const found = new Map<string, C[]>();
  for (const compound of compounds)
    for (const key of namesOf(compound)) found.set(key, [...(found.get(key) ?? []), compound]);
  return found;
}

/** How the sheets below 小区 name a compound: by its name; with its code where another one goes by that name too. */
export function referenceTo(compound: Named, known: ReadonlyMap<string, readonly Named[]>): string {
  const alone = (known.get(nameKey(compound.name)) ?? []).every((other) => other.id === compound.id);
  return alone ? compound.name : `${compound.name}（${compound.code}）`;
}

/** 532302-0007, 建行小区（532302-0007）or 建行小区（金山镇）: what may be a code or a place, and the name beside it. */
export function qualified(written: unknown): { qualifier: string; name: string | null } {
  const key = nameKey(written);
  // the last pair of brackets, which may hold a pair of its own: 建行小区（金山镇（老街）12号）
  const match = /^(.+?)\(((?:[^()]|\([^()]*\))+)\)$/.exec(key);
  return match ? { qualifier: match[2] ?? '', name: match[1] ?? '' } : { qualifier: key, name: null };
}

/** The cell means this compound: one of its names, its code, or a name with the code or the place. */
export function refersTo(written: unknown, compound: Named, alsoCalled: readonly string[] = []): boolean {
  const names = namesOf({ ...compound, aliases: [...compound.aliases, ...alsoCalled] });
  if (names.has(nameKey(written))) return true;
  const { qualifier, name } = qualified(written);
  if (name === null) return qualifier === nameKey(compound.code);
  const places = (compound.standsIn ?? []).map(nameKey);
  return names.has(name) && (qualifier === nameKey(compound.code) || places.includes(qualifier));
}
