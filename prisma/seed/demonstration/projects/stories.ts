import type { DeclaredVote } from '../votes/past-journeys';
import { CURRENT } from './stories-current';
import { EARLY } from './stories-early';
import { PAST } from './stories-past';
import type { Story } from './types';

/** Projects at every stage, in the order in which their codes are given out. */
export const STORIES: readonly Story[] = [...PAST, ...EARLY, ...CURRENT];

const KINDS = { y2019: 2019, y2020: 2020, y2021: 2021, early: 'early', planned: 'planned' } as const;

/** The votes that these projects need and that no journey of the votes' own demonstration tells; a compound votes once. */
export function votesOfProjects(): DeclaredVote[] {
  const seen = new Set<string>();
  return STORIES.flatMap(({ county, compounds, calendar, year }) => {
    const kind = KINDS[calendar as keyof typeof KINDS];
    if (!kind) return [];
    return compounds.flatMap(([community, compound]): DeclaredVote[] => {
      const at = `${county}/${community}/${compound}`;
      if (seen.has(at)) return [];
      seen.add(at);
      return [{ county, community, compound, kind, year: year ?? undefined }];
    });
  });
}
