import type { Role } from './roles';

export const PERMISSIONS = [
  'compound.read',
  'compound.write',
  'compound.retire',
  'register.read',
  'register.write',
  'personal.read',
  'personal.reveal',
  'import.run',
  'export.run',
  'export.unmasked',
  'unit.read',
  'unit.write',
  'user.read',
  'user.write',
  'audit.read',
  'baseline.freeze',
  'baseline.amend',
  'programme.read',
  'programme.write',
  'dashboard.read',
  'file.upload',
  'rulebook.read',
  'operations.read',
  'vote.read',
  'vote.write',
  'vote.check',
  'vote.certify',
  'notice.read',
  'notice.write',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const PARTNER_READS: Permission[] = [
  'compound.read',
  'register.read',
  'export.run',
  'unit.read',
  'programme.read',
  'dashboard.read',
  'rulebook.read',
  'vote.read',
  'notice.read',
];

// domain.md §2. Where a role may do it is the gate's matter: every permission holds only within the actor's territory.
const ALLOWED: Record<Role, readonly Permission[]> = {
  prefecture_bureau: [
    ...PARTNER_READS,
    'unit.write',
    'user.read',
    'user.write',
    'audit.read',
    'baseline.freeze',
    'baseline.amend',
    'programme.write',
    'file.upload',
    'operations.read',
  ],
  prefecture_drc: PARTNER_READS,
  prefecture_finance: PARTNER_READS,
  prefecture_leader: ['dashboard.read'],
  county_bureau: [
    ...PARTNER_READS,
    'compound.write',
    'compound.retire',
    'register.write',
    'personal.read',
    'personal.reveal',
    'import.run',
    'export.unmasked',
    'user.read',
    'user.write',
    'audit.read',
    'file.upload',
    'vote.write',
    'vote.check',
    'vote.certify',
    'notice.write',
  ],
  county_drc: PARTNER_READS,
  county_finance: PARTNER_READS,
  county_leader: ['dashboard.read'],
  town: [
    'compound.read',
    'register.read',
    'unit.read',
    'programme.read',
    'dashboard.read',
    'rulebook.read',
    'vote.read',
    'vote.check',
    'notice.read',
    'notice.write',
    'file.upload',
  ],
  community: [
    'compound.read',
    'register.read',
    'register.write',
    'personal.read',
    'personal.reveal',
    'unit.read',
    'programme.read',
    'dashboard.read',
    'file.upload',
    'rulebook.read',
    'vote.read',
    'vote.write',
    'vote.check',
    'notice.read',
    'notice.write',
  ],
  implementing_entity: ['rulebook.read'],
  supervisor: ['rulebook.read'],
};

/** Whether the role may do this at all; where, the gate decides. */
export function can(role: Role, permission: Permission): boolean {
  return ALLOWED[role].includes(permission);
}

export function permissionsOf(role: Role): readonly Permission[] {
  return ALLOWED[role];
}
