import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';

/** Whose figures are asked for, and what they are broken down by. */
export interface Scope {
  level: 'prefecture' | 'county' | 'subdistrict' | 'community';
  unitId: string;
  counties: string[];
  subdistrictId: string | null;
  communityId: string | null;
  /** Kind of the units that stand side by side. */
  by: 'county' | 'subdistrict' | 'community' | null;
}

/** The prefecture sees all or one county; everyone else sees the own unit, whatever is asked. undefined: not in the actor's territory. */
export function scopeOf(actor: Actor, countyId: string | undefined): Scope | undefined {
  if (countyId !== undefined && !actor.counties.includes(countyId)) return undefined;
  if (actor.level === 'prefecture') {
    return countyId === undefined
      ? { ...nowhere, level: 'prefecture', unitId: actor.prefectureId, counties: [...actor.counties], by: 'county' }
      : { ...nowhere, level: 'county', unitId: countyId, counties: [countyId], by: 'subdistrict' };
  }
  if (actor.level === 'project' || !actor.countyId) return undefined;
  const own = { counties: [actor.countyId], subdistrictId: actor.subdistrictId, communityId: actor.communityId };
  const unitId = actor.communityId ?? actor.subdistrictId ?? actor.countyId;
  if (actor.level === 'county') return { ...own, level: 'county', unitId, by: 'subdistrict' };
  if (actor.level === 'subdistrict') return { ...own, level: 'subdistrict', unitId, by: 'community' };
  return { ...own, level: 'community', unitId, by: null };
}

const nowhere = { subdistrictId: null, communityId: null };

/** The territory as a condition on a table that carries the place of its rows. */
export function within(scope: Scope, alias: string): Prisma.Sql {
  const at = Prisma.raw(alias);
  return Prisma.sql`${at}.county_id = ANY (${scope.counties}::uuid[])
    ${scope.subdistrictId ? Prisma.sql`AND ${at}.subdistrict_id = ${scope.subdistrictId}::uuid` : Prisma.empty}
    ${scope.communityId ? Prisma.sql`AND ${at}.community_id = ${scope.communityId}::uuid` : Prisma.empty}`;
}
