import type { CompoundFacts, ProjectFacts, ScoreFacts } from '@/lib/domain/scorecards/facts';
import { withReader } from '@/lib/server/db/with-reader';
import { scoreFacts } from '@/lib/server/scorecards/facts';
import type { Person, World } from '../../support/world';

export const allFacts = (world: World, as: Person, year = 2020, county?: string): Promise<ScoreFacts[]> => {
  const actor = world.actors[as];
  return withReader(actor, (reader) => scoreFacts(reader, actor, { year, county }), { atOnce: true });
};

/** Of 禄丰市, as its own clerk reads them. */
export async function lufengFacts(world: World, year = 2020): Promise<ScoreFacts> {
  const [facts, ...others] = await allFacts(world, 'lufengClerk', year);
  if (!facts || others.length > 0) throw new Error(`${1 + others.length} counties where one was asked for`);
  return facts;
}

export async function projectFacts(world: World, id: string): Promise<ProjectFacts> {
  const found = (await lufengFacts(world)).projects.find((project) => project.id === id);
  if (!found) throw new Error(`no project ${id} among the facts`);
  return found;
}

export async function compoundFacts(world: World, projectId: string, at = 0): Promise<CompoundFacts> {
  const found = (await projectFacts(world, projectId)).compounds[at];
  if (!found) throw new Error(`no compound ${at} of ${projectId}`);
  return found;
}
