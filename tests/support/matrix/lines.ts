import type { Permission } from '@/lib/domain/accounts/permissions';

/** Who may open something: see entries.ts. */
export type Who =
  | 'anybody'
  | 'signed-in'
  | 'strangers'
  | 'nobody'
  | Permission
  | readonly Permission[]
  | { all: readonly Permission[] };

/**
 * Whose things (tests/support/matrix/reach.ts is the rule):
 * territory     the own community's, subdistrict's, county's, prefecture's
 * units         the territory's; a community knows itself, not the one beside it
 * offices       the same, for county and prefecture offices only
 * own office    the same office's, no other's, not those below it either
 * own           one's own only
 * administered  one's own, and what belongs to accounts that one administers
 * own words     one's own, called by words of one's own: any word names one's own or nothing
 * prefecture    the whole prefecture's
 * shared        the same for all
 */
export type Reach =
  | 'territory'
  | 'units'
  | 'offices'
  | 'own office'
  | 'own'
  | 'own words'
  | 'administered'
  | 'prefecture'
  | 'shared';

export interface PageEntry {
  may: Who;
  /** Where the address names something: the operation of the API that names the same, and so whose it is. */
  of?: string;
  /** Parameters of the address that may name something: what a foreign one shows, one that names nothing shows too. */
  narrowed?: readonly string[];
  /** What stands for the other parameters of the address, beside the id. */
  rest?: Readonly<Record<string, string>>;
  /** What it shows, the browser fetches from the API. */
  fetches?: true;
  /** It tells people without an account which bodies there are, or what was published: that is for everybody. */
  publishes?: 'units' | 'notices';
  /** What nobody published is not there, for whoever asks. */
  unnamed?: 404;
}

export type Line = readonly [may: Who, reach: Reach];
