import { describe, expect, it } from 'vitest';
import { administrable, changeOfOwnAccount } from '@/lib/domain/accounts/administrable';
import { PERMISSION_LABELS, ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { can, PERMISSIONS, type Permission, permissionsOf } from '@/lib/domain/accounts/permissions';
import { isRole, levelOf, ROLES, type Role, unitKindsOf } from '@/lib/domain/accounts/roles';

const may: [Role, Permission][] = [
  ['prefecture_bureau', 'compound.read'],
  ['prefecture_bureau', 'baseline.freeze'],
  ['prefecture_bureau', 'baseline.amend'],
  ['prefecture_bureau', 'user.write'],
  ['prefecture_bureau', 'unit.write'],
  ['prefecture_bureau', 'operations.read'],
  ['prefecture_drc', 'compound.read'],
  ['prefecture_finance', 'dashboard.read'],
  ['prefecture_leader', 'dashboard.read'],
  ['county_bureau', 'compound.write'],
  ['county_bureau', 'import.run'],
  ['county_bureau', 'personal.read'],
  ['county_bureau', 'export.unmasked'],
  ['county_bureau', 'user.write'],
  ['county_leader', 'dashboard.read'],
  ['county_bureau', 'notice.write'],
  ['town', 'notice.write'],
  ['town', 'file.upload'],
  ['community', 'notice.write'],
  ['prefecture_drc', 'notice.read'],
  ['town', 'compound.read'],
  ['community', 'register.write'],
  ['community', 'personal.reveal'],
  ['prefecture_bureau', 'vote.read'],
  ['prefecture_finance', 'vote.read'],
  ['county_drc', 'vote.read'],
  ['county_bureau', 'vote.write'],
  ['county_bureau', 'vote.check'],
  ['county_bureau', 'vote.certify'],
  ['town', 'vote.read'],
  ['town', 'vote.check'],
  ['community', 'vote.write'],
  ['community', 'vote.check'],
  ['county_bureau', 'plan.write'],
  ['county_bureau', 'project.write'],
  ['county_bureau', 'feasibility.write'],
  ['county_drc', 'feasibility.approve'],
  ['prefecture_bureau', 'annualPlan.write'],
  ['prefecture_bureau', 'stage.step'],
  ['prefecture_drc', 'annualPlan.read'],
  ['prefecture_finance', 'application.read'],
  ['town', 'stage.step'],
  ['town', 'application.write'],
  ['town', 'progress.write'],
  ['community', 'stage.step'],
  ['community', 'aftercare.write'],
  ['implementing_entity', 'stage.step'],
  ['implementing_entity', 'progress.write'],
  ['implementing_entity', 'paper.write'],
  ['supervisor', 'inspection.write'],
  ['prefecture_bureau', 'fund.allocate'],
  ['prefecture_finance', 'fund.read'],
  ['prefecture_leader', 'fund.read'],
  ['county_bureau', 'fund.write'],
  ['county_bureau', 'payment.approve'],
  ['county_finance', 'fund.write'],
  ['county_finance', 'payment.approve'],
  ['implementing_entity', 'payment.write'],
  ['community', 'contribution.write'],
  ['prefecture_bureau', 'supervision.write'],
  ['prefecture_drc', 'supervision.read'],
  ['prefecture_leader', 'supervision.read'],
  ['county_bureau', 'supervision.answer'],
  ['county_finance', 'supervision.read'],
  ['county_leader', 'supervision.read'],
  ['prefecture_bureau', 'news.read'],
  ['county_bureau', 'news.write'],
  ['county_drc', 'news.read'],
  ['prefecture_bureau', 'scorecard.decide'],
  ['prefecture_bureau', 'scorecard.review'],
  ['prefecture_drc', 'scorecard.review'],
  ['prefecture_finance', 'scorecard.review'],
  ['prefecture_leader', 'scorecard.read'],
  ['county_bureau', 'scorecard.self'],
  ['county_finance', 'scorecard.read'],
  ['county_leader', 'scorecard.read'],
];

const mayNot: [Role, Permission][] = [
  ['prefecture_bureau', 'compound.write'],
  ['prefecture_bureau', 'personal.read'],
  ['prefecture_bureau', 'export.unmasked'],
  ['prefecture_drc', 'baseline.freeze'],
  ['prefecture_leader', 'operations.read'],
  ['county_bureau', 'operations.read'],
  ['county_bureau', 'baseline.freeze'],
  ['county_bureau', 'programme.write'],
  ['county_bureau', 'unit.write'],
  ['county_finance', 'register.write'],
  ['town', 'register.write'],
  ['town', 'personal.read'],
  ['prefecture_bureau', 'notice.write'],
  ['implementing_entity', 'notice.read'],
  ['community', 'compound.retire'],
  ['community', 'user.write'],
  ['prefecture_bureau', 'vote.write'],
  ['prefecture_bureau', 'vote.check'],
  ['prefecture_bureau', 'vote.certify'],
  ['prefecture_leader', 'vote.write'],
  ['county_finance', 'vote.write'],
  ['county_leader', 'vote.check'],
  ['town', 'vote.write'],
  ['town', 'vote.certify'],
  ['community', 'vote.certify'],
  ['prefecture_bureau', 'plan.write'],
  ['prefecture_bureau', 'project.write'],
  ['prefecture_drc', 'annualPlan.write'],
  ['county_bureau', 'annualPlan.write'],
  ['county_bureau', 'feasibility.approve'],
  ['county_drc', 'stage.step'],
  ['county_finance', 'project.write'],
  ['county_leader', 'project.write'],
  ['community', 'plan.write'],
  ['community', 'progress.write'],
  ['implementing_entity', 'plan.write'],
  ['implementing_entity', 'annualPlan.read'],
  ['supervisor', 'stage.step'],
  ['supervisor', 'paper.write'],
  ['supervisor', 'fund.read'],
  ['prefecture_bureau', 'fund.write'],
  ['prefecture_finance', 'fund.allocate'],
  ['county_bureau', 'fund.allocate'],
  ['county_leader', 'fund.write'],
  ['implementing_entity', 'payment.approve'],
  ['community', 'fund.read'],
  ['town', 'contribution.write'],
  ['prefecture_bureau', 'supervision.answer'],
  ['prefecture_finance', 'supervision.write'],
  ['prefecture_leader', 'supervision.write'],
  ['county_bureau', 'supervision.write'],
  ['county_drc', 'supervision.answer'],
  ['county_leader', 'news.read'],
  ['town', 'supervision.read'],
  ['implementing_entity', 'supervision.read'],
  ['prefecture_bureau', 'news.write'],
  ['county_finance', 'news.write'],
  ['community', 'news.read'],
  ['prefecture_bureau', 'scorecard.self'],
  ['prefecture_drc', 'scorecard.decide'],
  ['prefecture_finance', 'scorecard.decide'],
  ['prefecture_leader', 'scorecard.review'],
  ['county_bureau', 'scorecard.review'],
  ['county_bureau', 'scorecard.decide'],
  ['county_finance', 'scorecard.self'],
  ['county_leader', 'scorecard.self'],
  ['town', 'scorecard.read'],
  ['community', 'scorecard.read'],
  ['implementing_entity', 'scorecard.read'],
  ['supervisor', 'scorecard.read'],
];

describe('who may do what', () => {
  it.each(may)('%s may %s', (role, permission) => expect(can(role, permission)).toBe(true));
  it.each(mayNot)('%s may not %s', (role, permission) => expect(can(role, permission)).toBe(false));

  it('personal data are for the community officer and the county bureau alone', () => {
    for (const permission of ['personal.read', 'personal.reveal'] as const) {
      expect(ROLES.filter((role) => can(role, permission)).sort()).toEqual(['community', 'county_bureau']);
    }
  });

  it('who reads the households of a round reads the round: they ask for the register, and leaders read rounds without it', () => {
    const readers = ROLES.filter((role) => can(role, 'vote.read'));
    expect(readers).toEqual(expect.arrayContaining(ROLES.filter((role) => can(role, 'register.read'))));
    expect(readers.filter((role) => !can(role, 'register.read'))).toEqual(['prefecture_leader', 'county_leader']);
  });

  it('a result is certified by the county bureau alone, and ballots are recorded by who looks after the compound', () => {
    expect(ROLES.filter((role) => can(role, 'vote.certify'))).toEqual(['county_bureau']);
    expect(ROLES.filter((role) => can(role, 'vote.write')).sort()).toEqual(['community', 'county_bureau']);
    expect(ROLES.filter((role) => can(role, 'vote.check')).sort()).toEqual(['community', 'county_bureau', 'town']);
  });

  it.each(['prefecture_leader', 'county_leader'] as const)(
    '%s reads what stands behind a figure, down to the compound and its papers, and does nothing',
    (role) => {
      const own = permissionsOf(role);
      expect(own.filter((permission) => !permission.endsWith('.read'))).toEqual([]);
      for (const permission of ['compound.read', 'project.read', 'plan.read', 'vote.read', 'notice.read'] as const)
        expect(own).toContain(permission);
      // single households, persons, and what comes from residents by name
      for (const subject of ['register', 'personal', 'complaint', 'contribution', 'satisfaction', 'user', 'audit'])
        expect(own.filter((permission) => permission.startsWith(`${subject}.`))).toEqual([]);
    },
  );

  it.each(['implementing_entity', 'supervisor'] as const)('%s sees nothing of the compound database', (role) => {
    const ofCompounds = permissionsOf(role).filter((permission) =>
      /^(compound|register|personal|vote|notice|import|export)\./.test(permission),
    );
    expect(ofCompounds).toEqual([]);
  });

  it('what a document decides about a project lies with bodies: approval, the year, sending back', () => {
    expect(ROLES.filter((role) => can(role, 'annualPlan.write'))).toEqual(['prefecture_bureau']);
    expect(ROLES.filter((role) => can(role, 'feasibility.approve'))).toEqual(['county_drc']);
    expect(ROLES.filter((role) => can(role, 'stage.sendBack'))).toEqual(['prefecture_bureau', 'county_bureau']);
  });

  it('money is allocated by the prefecture, and paid with two persons of the county', () => {
    expect(ROLES.filter((role) => can(role, 'fund.allocate'))).toEqual(['prefecture_bureau']);
    expect(ROLES.filter((role) => can(role, 'payment.approve'))).toEqual(['county_bureau', 'county_finance']);
  });

  it('every role and permission has its words', () => {
    expect(Object.keys(ROLE_LABELS).sort()).toEqual([...ROLES].sort());
    expect(Object.keys(PERMISSION_LABELS).sort()).toEqual([...PERMISSIONS].sort());
  });

  it('a role belongs to a level and to units of it', () => {
    expect(isRole('county_bureau') && !isRole('toString')).toBe(true);
    expect(levelOf('town')).toBe('subdistrict');
    expect(unitKindsOf('supervisor')).toEqual(['county', 'subdistrict']);
    expect(unitKindsOf('community')).toEqual(['community']);
  });
});

describe('who administers whom', () => {
  const prefecture = { role: 'prefecture_bureau', countyId: null } as const;
  const lufeng = { role: 'county_bureau', countyId: 'lufeng' } as const;

  it('the prefecture bureau administers all', () => {
    expect(administrable(prefecture, { role: 'prefecture_leader', countyId: null }).ok).toBe(true);
    expect(administrable(prefecture, { role: 'community', countyId: 'lufeng' }).ok).toBe(true);
  });

  it('the county bureau administers its own county', () => {
    expect(administrable(lufeng, { role: 'county_bureau', countyId: 'lufeng' }).ok).toBe(true);
    expect(administrable(lufeng, { role: 'supervisor', countyId: 'lufeng' }).ok).toBe(true);
  });

  it('never another county, never the prefecture, and says both', () => {
    expect(administrable(lufeng, { role: 'community', countyId: 'yaoan' })).toEqual({
      ok: false,
      reasons: [{ code: 'accounts.otherCounty' }],
    });
    expect(administrable(lufeng, { role: 'prefecture_bureau', countyId: null })).toEqual({
      ok: false,
      reasons: [{ code: 'accounts.prefectureRole' }, { code: 'accounts.otherCounty' }],
    });
  });

  it.each(ROLES.filter((role) => role !== 'prefecture_bureau' && role !== 'county_bureau'))(
    '%s administers nobody',
    (role) => {
      expect(administrable({ role, countyId: 'lufeng' }, { role: 'community', countyId: 'lufeng' }).ok).toBe(false);
    },
  );

  it('a county role needs a county, a prefecture role none', () => {
    expect(administrable(prefecture, { role: 'county_bureau', countyId: null })).toMatchObject({
      reasons: [{ code: 'accounts.roleUnitMismatch' }],
    });
    expect(administrable(prefecture, { role: 'prefecture_drc', countyId: 'lufeng' })).toMatchObject({
      reasons: [{ code: 'accounts.roleUnitMismatch' }],
    });
  });

  it('nobody changes their own rights', () => {
    expect(changeOfOwnAccount('a', 'a', { role: false, unit: false, disabled: true }).ok).toBe(false);
    expect(changeOfOwnAccount('a', 'a', { role: false, unit: false, disabled: false }).ok).toBe(true);
    expect(changeOfOwnAccount('a', 'b', { role: true, unit: true, disabled: true }).ok).toBe(true);
  });
});
