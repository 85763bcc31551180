import type { Permission } from '../accounts/permissions';

/** What somebody does away from the desk: at doors, on sites. */
export interface Does {
  doors: boolean;
  sites: boolean;
}

/** Who has this page at all, by what it is for. */
export const FIELD_PERMISSIONS = ['vote.write', 'inspection.write', 'progress.write'] as const satisfies Permission[];

export const doesOf = (permissions: readonly string[]): Does => ({
  doors: permissions.includes('vote.write'),
  sites: permissions.includes('inspection.write') || permissions.includes('progress.write'),
});
