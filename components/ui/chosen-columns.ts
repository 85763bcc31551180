/**
 * The columns named in the address, in the order of the list; else the usual ones. The first is what a row is known by: it is always shown,
 * and an address that names nothing else names none.
 */
export function chosenColumns<K extends string>(
  all: readonly K[],
  asked: string | undefined,
  usual: (key: K) => boolean,
): K[] {
  const wanted = new Set<string>(asked?.split(','));
  const chosen = all.filter((key, at) => at === 0 || wanted.has(key));
  return chosen.length > 1 ? chosen : all.filter(usual);
}
