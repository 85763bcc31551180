import type { VoteHome } from './answers';
import { CHOICES, type Choice, DOORS, type Door } from './types';

/** What somebody should look at: the photo hangs at another household too; the second person found it wrong; another's ballot is kept beside it. */
export type HomeSign = 'samePhoto' | 'wrong' | 'beside';

/** A cell of the building grid. */
export interface GridHome extends VoteHome {
  signs: HomeSign[];
  /** what was noted at the last visit */
  doorNote: string | null;
}

/** A dwelling of a voter who has others in the building that is shown. */
export interface OtherDwelling {
  voter: number;
  id: string;
  buildingId: string;
  where: string;
  choice: Choice | null;
}

export const GRID_FILTERS = ['all', 'missing', 'unchecked', 'visit'] as const;
export type GridFilter = (typeof GRID_FILTERS)[number];

type Standing = Pick<VoteHome, 'choice' | 'checked' | 'door'>;

/** Somebody has to go there (again): nothing was returned, and nobody opened yet. */
const waitsForVisit = ({ choice, door }: Standing) => choice === null && (door === 'to_visit' || door === 'nobody_in');

export function isShown(filter: GridFilter, home: Standing): boolean {
  if (filter === 'missing') return home.choice === null;
  if (filter === 'unchecked') return home.choice !== null && !home.checked;
  return filter === 'all' || waitsForVisit(home);
}

export interface GridCounts {
  choices: Record<Choice | 'none', number>;
  doors: Record<Door, number>;
  filters: Record<GridFilter, number>;
  checked: number;
  signs: number;
  several: number;
}

type Counted = Standing & Pick<GridHome, 'signs' | 'voterDwellings'>;

/** What the legend says of the building that is shown. */
export function countsOf(homes: readonly Counted[]): GridCounts {
  const count = (test: (home: Counted) => boolean) => homes.filter(test).length;
  const each = <K extends string>(keys: readonly K[], test: (key: K, home: Counted) => boolean) =>
    Object.fromEntries(keys.map((key) => [key, count((home) => test(key, home))])) as Record<K, number>;
  return {
    choices: each([...CHOICES, 'none'] as const, (key, { choice }) => (choice ?? 'none') === key),
    doors: each(DOORS, (key, { door }) => door === key),
    filters: each(GRID_FILTERS, isShown),
    checked: count(({ checked }) => checked),
    signs: count(({ signs }) => signs.length > 0),
    several: count(({ voterDwellings }) => voterDwellings > 1),
  };
}
