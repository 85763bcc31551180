import type { NavGroup } from './types';

/** Only one entry is current: the longest address that the page's own begins with. */
export function activeHref(groups: readonly NavGroup[], path: string): string | undefined {
  return groups
    .flatMap(({ items }) => items)
    .filter(({ href, exact }) => path === href || (!exact && path.startsWith(`${href}/`)))
    .map(({ href }) => href)
    .sort((a, b) => b.length - a.length)[0];
}
