import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';

/**
 * The first wall of every question about complaints (`c`): the counties of the bodies; for a town or community those of its place and those
 * assigned to it; for people of projects those assigned to them.
 */
export function complaintScope(actor: Actor): Prisma.Sql {
  const { level, role, subdistrictId, communityId } = actor;
  if (level === 'project') {
    const kind = role === 'supervisor' ? 'supervisor' : 'entity';
    return Prisma.sql`c.assigned_kind = ${kind} AND c.project_id = ANY((SELECT anju_projects())::uuid[])`;
  }
  const county = Prisma.sql`c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (level === 'community')
    return Prisma.sql`${county} AND (c.community_id = ${communityId}::uuid OR c.assigned_unit_id = ${communityId}::uuid)`;
  if (level === 'subdistrict')
    return Prisma.sql`${county} AND (c.subdistrict_id = ${subdistrictId}::uuid OR c.assigned_unit_id = ${subdistrictId}::uuid)`;
  return county;
}

/** Assigned to the asker's own office. */
export function assignedToMe(actor: Actor): Prisma.Sql {
  switch (actor.role) {
    case 'county_bureau':
      return Prisma.sql`(c.assigned_kind = 'bureau' OR c.status = 'received' OR c.draft IS NOT NULL)`;
    case 'town':
      return Prisma.sql`c.assigned_unit_id = ${actor.subdistrictId}::uuid`;
    case 'community':
      return Prisma.sql`c.assigned_unit_id = ${actor.communityId}::uuid`;
    case 'implementing_entity':
      return Prisma.sql`c.assigned_kind = 'entity'`;
    case 'supervisor':
      return Prisma.sql`c.assigned_kind = 'supervisor'`;
    default:
      return Prisma.sql`false`;
  }
}
