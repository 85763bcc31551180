import 'server-only';
import { HITS_SHOWN, type SearchFound, type SearchGroup, type SearchHit } from '@/lib/domain/search/answers';
import { type Known, ranked } from '@/lib/domain/search/rank';
import type { Locale } from '@/lib/i18n/config';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';

export interface Asked {
  reader: Reader;
  actor: Actor;
  locale: Locale;
  q: string;
}

/** The second line of a hit: what is known of it. */
export const note = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(' · ');

interface How<T> {
  q: string;
  knownBy: (row: T) => Known;
  hit: (row: T) => SearchHit;
  /** Behind all others, however near. */
  last?: (row: T) => boolean;
  /** The list that holds them all, with the same words. */
  all?: string;
}

export function found<T>(group: SearchGroup, rows: readonly T[], { q, knownBy, hit, last, all }: How<T>): SearchFound {
  const near = ranked(q, rows, knownBy);
  const inOrder = last ? [...near.filter((row) => !last(row)), ...near.filter(last)] : near;
  return {
    group,
    hits: inOrder.slice(0, HITS_SHOWN).map(hit),
    all: all !== undefined && rows.length > HITS_SHOWN ? all : null,
  };
}
