import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { projectScope } from '@/lib/server/projects/scope';

/** The first wall of entries e: a county's pool has no project, and is seen by the bodies alone. */
export const entryScope = (actor: Actor): Prisma.Sql =>
  projectScope(actor, Prisma.sql`e.project_id`, Prisma.sql`e.county_id`);
