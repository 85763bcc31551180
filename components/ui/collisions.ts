import type { Collision } from './conflict-dialog';

/** What stands in a form, as text. */
export type Typed<K extends string> = Readonly<Record<K, string>>;
type Named<K extends string> = { key: K; label: string; say?: (value: string) => string };

/** Every field where what I am about to save is not what is saved now. `base` is the record as I opened it. */
export function collisionsBetween<K extends string>(
  fields: readonly Named<K>[],
  base: Typed<K>,
  mine: Typed<K>,
  theirs: Typed<K>,
): Collision[] {
  return fields
    .filter(({ key }) => mine[key] !== theirs[key])
    .map(({ key, label, say = (value) => value }) => ({
      key,
      label,
      theirs: say(theirs[key]),
      mine: say(mine[key]),
      untouched: mine[key] === base[key],
    }));
}

/** What is left to save once the other's values were taken where they were chosen. */
export function settled<K extends string>(mine: Typed<K>, theirs: Typed<K>, takeTheirs: ReadonlySet<string>): Typed<K> {
  const keys = Object.keys(mine) as K[];
  return Object.fromEntries(keys.map((key) => [key, takeTheirs.has(key) ? theirs[key] : mine[key]])) as Record<
    K,
    string
  >;
}
