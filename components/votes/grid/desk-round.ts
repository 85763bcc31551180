import type { GridFilter } from '@/lib/domain/votes/grid';
import type { MenuChoice } from '../menu-picker';

/** What this person may do in this round now. */
interface DeskRights {
  record: boolean;
  check: boolean;
  /** photos of forms show names: for who collects and checks */
  evidence: boolean;
  accountId: string;
  name: string;
}

export interface DeskRound {
  id: string;
  round: 1 | 2;
  today: string;
  menu: readonly MenuChoice[];
  rights: DeskRights;
}

interface Shown {
  building?: string;
  show?: GridFilter;
  home?: string;
}

export function gridHref(roundId: string, { building, show, home }: Shown): string {
  const query = new URLSearchParams();
  if (building) query.set('building', building);
  if (show && show !== 'all') query.set('show', show);
  if (home) query.set('home', home);
  const text = query.toString();
  return `/votes/${roundId}/grid${text && `?${text}`}`;
}
