import 'server-only';
import type { Actor } from '@/lib/server/actor';

/** Sums of counties are for the bodies of prefecture and county. */
export interface BodiesScope {
  level: 'prefecture' | 'county';
  unitId: string;
  counties: string[];
}

/** undefined: not in the actor's territory, or of towns and people of projects, who see what they work on. */
export function bodiesScope(actor: Actor, county: string | undefined): BodiesScope | undefined {
  if (county !== undefined && !actor.counties.includes(county)) return undefined;
  if (actor.level === 'prefecture')
    return county === undefined
      ? { level: 'prefecture', unitId: actor.prefectureId, counties: [...actor.counties] }
      : { level: 'county', unitId: county, counties: [county] };
  if (actor.level !== 'county' || !actor.countyId) return undefined;
  return { level: 'county', unitId: actor.countyId, counties: [actor.countyId] };
}
