import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can, PERMISSIONS, type Permission } from '@/lib/domain/accounts/permissions';
import { ROLES } from '@/lib/domain/accounts/roles';
import { may, SCOPES, scopeFor, scopeLabel, scopesOf } from '@/lib/domain/accounts/scopes';
import { checkToken, latestExpiry, TOKENS_AT_ONCE, tokenCreateSchema } from '@/lib/domain/accounts/tokens';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';

const TODAY = calendarDateOf('2026-11-24');
const standing = { role: 'county_bureau', today: TODAY, names: ['省平台'] } as const;
const wanted = { name: '城管大屏', scopes: ['compounds.read', 'dashboards.read'] as const, expiresOn: '2027-03-31' };
const codes = (more: Partial<Parameters<typeof checkToken>[0]>, at: Partial<Parameters<typeof checkToken>[1]> = {}) => {
  const rule = checkToken({ ...wanted, ...more }, { ...standing, ...at });
  return rule.ok ? [] : rule.reasons.map(({ code }) => code);
};

describe('an access token', () => {
  it('is for a named system, of some scopes, for a year at most', () => {
    expect(codes({})).toEqual([]);
    expect(latestExpiry(TODAY)).toBe('2027-11-24');
    expect(codes({ expiresOn: '2027-11-24' })).toEqual([]);
    expect(codes({ expiresOn: '2027-11-25' })).toEqual(['tokens.expiryTooLate']);
    expect(codes({ expiresOn: '2026-11-24' })).toEqual([]);
    expect(codes({ expiresOn: '2026-11-23' })).toEqual(['tokens.expiryPast']);
  });

  it('tells everything that is against it at once', () => {
    const all = codes(
      { name: '省平台', scopes: ['programme.write', 'compounds.read', 'compounds.read'], expiresOn: '2030-01-01' },
      { names: ['省平台', ...Array.from({ length: TOKENS_AT_ONCE - 1 }, (_, n) => `第${n}个`)] },
    );
    expect(all.sort()).toEqual([
      'tokens.beyondRole',
      'tokens.expiryTooLate',
      'tokens.nameTaken',
      'tokens.scopeTwice',
      'tokens.tooMany',
    ]);
  });

  it('has a name of its own, and nothing that is no scope', () => {
    const taken = (input: object) => tokenCreateSchema.safeParse(input).success;
    expect(taken(wanted)).toBe(true);
    for (const bad of [
      { name: '' },
      { name: '长'.repeat(41) },
      { scopes: [] },
      { scopes: ['users.write'] },
      { scopes: ['__proto__'] },
      { expiresOn: '2026-02-30' },
      { expiresOn: null },
      { accountId: 'x' },
    ])
      expect(taken({ ...wanted, ...bad }), JSON.stringify(bad)).toBe(false);
  });
});

describe('what a token may do', () => {
  const BY_PEOPLE_ONLY: Permission[] = [
    'user.read',
    'user.write',
    'personal.reveal',
    'export.unmasked',
    'baseline.freeze',
    'baseline.amend',
    'vote.check',
    'vote.certify',
    'stage.step',
    // a county's claim, reviewers' opinions, and what takes a document
    'scorecard.decide',
    'scorecard.review',
    'scorecard.self',
    'supervision.answer',
    'supervision.write',
    'stage.sendBack',
    'acceptance.write',
    'feasibility.approve',
    'annualPlan.write',
    'fund.allocate',
    'payment.approve',
    // a second look at a report, the county's signature, what counts as complete, and what excuses lateness
    'report.review',
    'report.sumUp',
    'milestone.decide',
    'outage.write',
    'complaint.handle',
    'satisfaction.open',
    // of whoever answers nothing may stand on record that would tell the moment
    'satisfaction.record',
  ];
  it('leaves accounts, personal data in clear, second looks and decisions by document to people', () => {
    expect(PERMISSIONS.filter((permission) => scopeFor(permission) === null).sort()).toEqual(BY_PEOPLE_ONLY.sort());
  });

  it('has words for every scope, and a scope for every role', () => {
    for (const scope of SCOPES) expect(scopeLabel(scope).zh).toMatch(/\p{Script=Han}/u);
    expect(scopesOf('county_leader')).toEqual([
      'tasks.read',
      'dashboards.read',
      'compounds.read',
      'votes.read',
      'notices.read',
      'plans.read',
      'projects.read',
      'funds.read',
      'supervision.read',
      'scorecard.read',
      'programme.read',
      'rulebook.read',
    ]);
    expect(scopesOf('supervisor')).toEqual([
      'tasks.read',
      'files.write',
      'plans.read',
      'projects.read',
      'projects.write',
      'complaints.read',
      'complaints.write',
      'rulebook.read',
    ]);
    expect(scopesOf('county_bureau')).not.toContain('programme.write');
    expect(scopesOf('community')).not.toContain('compounds.write');
  });

  it('is never more than the role may, whatever it was given; and with every scope no more than the scopes name', () => {
    const given = fc.record({
      role: fc.constantFrom(...ROLES),
      scopes: fc.uniqueArray(fc.constantFrom(...SCOPES)),
      permission: fc.constantFrom(...PERMISSIONS),
    });
    fc.assert(
      fc.property(given, ({ role, scopes, permission }) => {
        const allowed = may({ role, token: { scopes } }, permission);
        if (!can(role, permission)) expect(allowed).toBe(false);
        const scope = scopeFor(permission);
        if (scope === null || !scopes.includes(scope)) expect(allowed).toBe(false);
        if (can(role, permission) && scope && scopes.includes(scope)) expect(allowed).toBe(true);
        expect(may({ role }, permission)).toBe(can(role, permission));
      }),
    );
  });

  it('is told by days of the calendar: whatever lies between today and a year is taken, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const rule = checkToken({ ...wanted, expiresOn: addDays(TODAY, days) }, standing);
        expect(rule.ok).toBe(days >= 0 && days <= 365);
      }),
    );
  });
});
