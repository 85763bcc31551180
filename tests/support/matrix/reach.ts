import { can } from '@/lib/domain/accounts/permissions';
import { levelOf, type RoleLevel } from '@/lib/domain/accounts/roles';
import { LONG } from '@/tests/drill/support/form';
import type { Asker } from './callers';
import type { Reach, Who } from './lines';
import { PLACES, type Where } from './sides';

/** What lies in the territory of somebody of this level, from the own community outwards. */
const TERRITORY: Record<RoleLevel, number> = { project: 0, community: 1, subdistrict: 2, county: 3, prefecture: 4 };

const isWithin = (level: RoleLevel, where: Where): boolean => PLACES.indexOf(where) < TERRITORY[level];

/** Everything in the matrix was made by the clerks and the bureau of its place: one's own is theirs only. */
const isClerk = ({ role, isToken }: Asker, where: Where) =>
  role === 'county_bureau' && !isToken && ['own', 'sibling community', 'other subdistrict'].includes(where);

/** The rule of the house: whether somebody of this role reaches what lies there. */
export function reaches(asker: Asker, reach: Reach, where: Where): boolean {
  const { role } = asker;
  if (!role) return false;
  const level = levelOf(role);
  const offices = level === 'county' || level === 'prefecture';
  switch (reach) {
    case 'territory':
      return isWithin(level, where);
    case 'units':
      return level !== 'community' && isWithin(level, where);
    case 'offices':
      return offices && isWithin(level, where);
    case 'own office':
      return level === 'county' && isWithin(level, where);
    case 'own':
      return isClerk(asker, where);
    case 'administered':
      return isClerk(asker, where) || (can(role, 'user.write') && isWithin(level, where));
    case 'prefecture':
      return where !== 'other prefecture';
    case 'shared':
    case 'own words':
      return true;
  }
}

/** Whether the role may ask at all, wherever it lies. */
export function mayAsk({ role }: Asker, who: Who): boolean {
  if (who === 'anybody') return true;
  if (who === 'strangers') return role === null;
  if (role === null || who === 'nobody') return false;
  if (who === 'signed-in') return true;
  if (typeof who === 'object' && 'all' in who) return who.all.every((permission) => can(role, permission));
  return [who].flat().some((permission) => can(role, permission));
}

/** Places that are asked for in the short form: the nearest that is closed, and the other county; the long form asks for all. */
export function isAskedFor({ role }: Asker, where: Where): boolean {
  if (LONG || where === 'own' || where === 'other county') return true;
  const level = role && levelOf(role);
  if (where === 'other prefecture') return level === 'prefecture';
  return level === 'community' || (level === 'subdistrict' && where === 'other subdistrict');
}

/** Words of places whose things nobody of this role may read. */
export const forbiddenMarks = (asker: Asker, marks: Record<Where, string>): string[] =>
  PLACES.filter((where) => !reaches(asker, 'territory', where)).map((where) => marks[where]);
