import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { SearchAnswer, SearchFound } from '@/lib/domain/search/answers';
import { compoundHits } from './compounds';
import { type ProductPage, pageHits } from './pages';
import { paperHits } from './papers';
import { peopleHits } from './people';
import { projectHits } from './projects';
import type { Asked } from './shown';

/** All groups of which this role may open the records, each through its own two walls; what nothing was found of is left out. */
export async function searchEverything(asked: Asked, pages: readonly ProductPage[]): Promise<SearchAnswer> {
  const { role } = asked.actor;
  const groups: (SearchFound | Promise<SearchFound>)[] = [
    pageHits(asked.q, pages),
    ...(can(role, 'compound.read') ? [compoundHits(asked)] : []),
    ...(can(role, 'project.read') ? [projectHits(asked)] : []),
    paperHits(asked),
    ...(can(role, 'user.read') ? [peopleHits(asked)] : []),
  ];
  return { groups: (await Promise.all(groups)).filter(({ hits }) => hits.length > 0) };
}
