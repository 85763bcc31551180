import { z } from 'zod';
import { can } from '@/lib/domain/accounts/permissions';
import { againstActing } from '@/lib/domain/projects/acting';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { compoundChoices, entityChoices } from '@/lib/server/projects/choices';
import { companyChoices } from '@/lib/server/projects/companies';
import { projectDetail } from '@/lib/server/projects/detail';
import { projectEvents } from '@/lib/server/projects/events';
import { nameable, peopleOf } from '@/lib/server/projects/people';
import { clausesOfLights } from '@/lib/server/warnings/clauses';
import { lightOfProject } from '@/lib/server/warnings/watch';

/** The project, and what whoever may change it can choose from. */
export async function readOverview(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const light = await lightOfProject(actor, id);
  return withReader(actor, async (reader) => {
    const project = await projectDetail(reader, actor, id);
    if (!project) return null;
    const isActive = project.status === 'active';
    const writes = isActive && can(actor.role, 'project.write');
    const works = isActive && can(actor.role, 'progress.write') && againstActing(actor, project).length === 0;
    const countyId = project.county.id;
    const [rulebook, people, events, accounts, companies, entities, compounds, clauses] = await Promise.all([
      rulebookOf(reader, project.rulebookId),
      peopleOf(reader, actor, id),
      projectEvents(reader, actor, id),
      writes ? nameable(reader, countyId) : null,
      works ? companyChoices(reader, countyId) : null,
      writes ? entityChoices(reader, countyId) : null,
      writes && project.stage <= 3 ? compoundChoices(reader, actor) : null,
      light && clausesOfLights(reader, [light]),
    ]);
    return { project, rulebook, people, events, accounts, companies, entities, compounds, light, clauses };
  });
}
