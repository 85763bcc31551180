import 'server-only';
import type { EntryListQuery } from '@/lib/domain/funds/entries-query';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';

/** What the address of the list names by its number: the project's name, the contract's number; null: none, or not this person's. */
export async function entryNames(
  reader: Reader,
  actor: Actor,
  { project, contract }: Pick<EntryListQuery, 'project' | 'contract'>,
): Promise<{ project: string | null; contract: string | null }> {
  if (!project && !contract) return { project: null, contract: null };
  const [row] = await reader.$queryRaw<{ project: string | null; contract: string | null }[]>`
    SELECT (SELECT p.name FROM project p WHERE p.id = ${project ?? null}::uuid AND ${projectScope(actor)}) AS project,
      (SELECT k.no FROM contract k WHERE k.id = ${contract ?? null}::uuid AND ${projectScope(actor, Prisma.sql`k.project_id`, Prisma.sql`k.county_id`)}) AS contract`;
  return row ?? { project: null, contract: null };
}
