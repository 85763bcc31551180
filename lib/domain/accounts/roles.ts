/** The roles of domain.md §2 and the level of the unit each belongs to. */
export const ROLE_LEVELS = {
  prefecture_bureau: 'prefecture',
  prefecture_drc: 'prefecture',
  prefecture_finance: 'prefecture',
  prefecture_leader: 'prefecture',
  county_bureau: 'county',
  county_drc: 'county',
  county_finance: 'county',
  county_leader: 'county',
  town: 'subdistrict',
  community: 'community',
  implementing_entity: 'project',
  supervisor: 'project',
} as const;

export type Role = keyof typeof ROLE_LEVELS;
export type RoleLevel = (typeof ROLE_LEVELS)[Role];

export const ROLES = Object.keys(ROLE_LEVELS) as [Role, ...Role[]];

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLE_LEVELS, text);
}

export function levelOf(role: Role): RoleLevel {
  return ROLE_LEVELS[role];
}

/** Kinds of unit that an account of this role may belong to; a project's people belong to the county (or town) that named them. */
export function unitKindsOf(role: Role): readonly ('prefecture' | 'county' | 'subdistrict' | 'community')[] {
  const level = ROLE_LEVELS[role];
  return level === 'project' ? ['county', 'subdistrict'] : [level];
}
