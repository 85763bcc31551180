import type { Role } from '../accounts/roles';
import { type Reason, reason } from '../kernel/result';

/** Who asks, as the gate proved it. */
export interface Asker {
  role: Role;
  subdistrictId: string | null;
}

/** Who implements: named by the county's government (P四(三)1). */
export interface Implementer {
  entityKind: string | null;
  entityUnitId: string | null;
}

/**
 * The rule book's roles that somebody has on a project (territory is the wall's matter). The bureau or the town that implements a project
 * itself acts as its implementing entity; people named to the project have their own role.
 */
export function rolesOn({ role, subdistrictId }: Asker, { entityKind, entityUnitId }: Implementer): Role[] {
  const implements_ =
    (role === 'county_bureau' && entityKind === 'countyBureau') ||
    (role === 'town' && entityKind === 'town' && entityUnitId !== null && entityUnitId === subdistrictId);
  return implements_ ? [role, 'implementing_entity'] : [role];
}

/** A town works on the projects that it implements; in others it reads, and takes the steps that are a town's (P四(三)1). */
export const againstActing = (asker: Asker, project: Implementer): Reason[] =>
  asker.role === 'town' && !rolesOn(asker, project).includes('implementing_entity')
    ? [reason('project.notImplementing', undefined, { clause: 'P四(三)1' })]
    : [];
