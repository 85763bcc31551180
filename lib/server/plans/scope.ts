import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';

/** The first wall of every question about plans: the counties in reach; for people of projects the compounds of their projects. */
export function planScope(actor: Actor, alias: 'p' | 'c' = 'p'): Prisma.Sql {
  const compound = Prisma.raw(alias === 'p' ? 'p.compound_id' : 'c.id');
  return actor.level === 'project'
    ? Prisma.sql`${compound} = ANY((SELECT anju_project_compounds())::uuid[])`
    : Prisma.sql`${Prisma.raw(alias)}.county_id = ANY(${[...actor.counties]}::uuid[])`;
}
