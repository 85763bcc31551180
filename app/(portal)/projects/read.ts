import { cache } from 'react';
import { z } from 'zod';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { projectHead } from '@/lib/server/projects/queries';

/** The project of this address with its own rule book, read once for header and page; null: nothing that this person may see. */
export const readProject = cache(async (actor: Actor, id: string) => {
  if (!z.uuid().safeParse(id).success) return null;
  return withReader(actor, async (reader) => {
    const project = await projectHead(reader, actor, id);
    return project && { project, rulebook: await rulebookOf(reader, project.rulebookId) };
  });
});
