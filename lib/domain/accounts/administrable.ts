import { type Decision, decide, type Reason, reason } from '../kernel/result';
import { levelOf, type Role } from './roles';

/** Whoever has an account: the role and the county that the account's unit lies in; null for the prefecture's own. */
export interface AccountPlace {
  role: Role;
  countyId: string | null;
}

/**
 * Whether the actor may create, change or disable an account with the target's role and place (domain.md §2): the prefecture bureau all,
 * the county bureau those of its own county at county level and below. For a change ask twice: for the account as it is and as it shall be.
 */
export function administrable(actor: AccountPlace, target: AccountPlace): Decision<true> {
  if (actor.role === 'prefecture_bureau') return decide(true, misplaced(target));
  if (actor.role !== 'county_bureau') return decide(true, [reason('accounts.notAdministrator')]);
  const reasons: Reason[] = [...misplaced(target)];
  if (levelOf(target.role) === 'prefecture') reasons.push(reason('accounts.prefectureRole'));
  if (actor.countyId === null || target.countyId !== actor.countyId) reasons.push(reason('accounts.otherCounty'));
  return decide(true, reasons);
}

function misplaced(target: AccountPlace): Reason[] {
  const belongsToPrefecture = levelOf(target.role) === 'prefecture';
  return belongsToPrefecture === (target.countyId === null)
    ? []
    : [reason('accounts.roleUnitMismatch', undefined, { field: 'unitId' })];
}

/** Nobody takes their own rights away or gives themselves others: somebody else must. */
export function changeOfOwnAccount(
  actorId: string,
  targetId: string,
  change: { role: boolean; unit: boolean; disabled: boolean },
): Decision<true> {
  const touchesRights = change.role || change.unit || change.disabled;
  return decide(true, actorId === targetId && touchesRights ? [reason('accounts.ownRights')] : []);
}
