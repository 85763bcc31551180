import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';

/**
 * The first wall of every question about projects: the counties of the bodies; for towns, communities and people of projects the projects
 * that are theirs. `p` is the alias of `project`, or the column that names the project together with its county's.
 */
export function projectScope(actor: Actor, id = Prisma.sql`p.id`, county = Prisma.sql`p.county_id`): Prisma.Sql {
  return actor.level === 'prefecture' || actor.level === 'county'
    ? Prisma.sql`${county} = ANY(${[...actor.counties]}::uuid[])`
    : Prisma.sql`${id} = ANY((SELECT anju_projects())::uuid[])`;
}
