import { describe, expect, test } from 'vitest';
import { can } from '@/lib/domain/accounts/permissions';
import { ROLES, type Role } from '@/lib/domain/accounts/roles';
import { requestReasons, rightReasons } from '@/lib/domain/exports/rules';
import { EXPORT_KINDS, type ExportKind, exportRequest } from '@/lib/domain/exports/schema';

const COUNTY = '0192f0c1-2222-7000-8000-000000000001';
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('what is asked for', () => {
  test('each list has its own conditions, order and columns', () => {
    const projects = { kind: 'projects-list', query: { stage: '6', sort: 'estimate' }, columns: ['name', 'budget'] };
    expect(exportRequest.parse(projects)).toMatchObject({ query: { stage: 6, sort: 'estimate', order: 'asc' } });
    expect(exportRequest.safeParse({ ...projects, kind: 'compounds-list' }).success).toBe(false);
    expect(exportRequest.safeParse({ kind: 'projects-list', query: { decade: '1990' } }).success).toBe(false);
    expect(exportRequest.safeParse({ kind: 'projects-list', columns: ['area'] }).success).toBe(false);
  });

  test('a page of a list is none of it: the file has all of them', () => {
    for (const query of [{ cursor: 'x' }, { limit: '20' }])
      expect(exportRequest.safeParse({ kind: 'projects-list', query }).success).toBe(false);
  });

  test('the list of projects: of all counties too, as csv too; personal data are none of it', () => {
    const request = exportRequest.parse({ kind: 'projects-list', format: 'csv', query: { status: 'active' } });
    expect(requestReasons(request, null)).toEqual([]);
    expect(codes(requestReasons({ ...request, unmasked: true }, null))).toEqual([
      'export.noPersonalData',
      'personal.reasonTooShort',
    ]);
  });
});

describe('who may take what away', () => {
  const may = (role: Role, kind: ExportKind) =>
    rightReasons({ role, counties: [COUNTY] }, { kind, county: COUNTY, unmasked: false }).length === 0;

  test('bureaus, 发改 and 财政 what they may read; leaders, towns, communities and people of projects nothing', () => {
    for (const role of ROLES) {
      const bodies = /_(bureau|drc|finance)$/.test(role);
      expect(
        EXPORT_KINDS.filter((kind) => may(role, kind)),
        role,
        // what residents complain of is for the county bureau and the prefecture
      ).toEqual(bodies ? EXPORT_KINDS.filter((kind) => kind !== 'complaints-list' || can(role, 'complaint.read')) : []);
    }
  });

  test('a token for exports takes only the lists that another of its scopes may read', () => {
    const asked = { county: COUNTY, unmasked: false };
    const right = (scopes: ('exports.read' | 'projects.read' | 'compounds.read')[]) => ({
      ...{ role: 'county_bureau' as const, counties: [COUNTY] },
      token: { scopes },
    });
    const projects = { kind: 'projects-list', ...asked } as const;
    expect(rightReasons(right(['exports.read', 'projects.read']), projects)).toEqual([]);
    for (const scopes of [['exports.read'], ['projects.read'], ['exports.read', 'compounds.read']] as const)
      expect(codes(rightReasons(right([...scopes]), projects)), scopes.join()).toEqual(['export.notAllowed']);
  });

  test('another county is refused, whichever list', () => {
    const asked = { kind: 'projects-list', county: COUNTY, unmasked: false } as const;
    expect(codes(rightReasons({ role: 'county_bureau', counties: [] }, asked))).toEqual(['export.otherCounty']);
  });
});
