import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { againstWork, entityReasons, typeReasons } from '@/lib/domain/projects/facts';
import { nameReasons } from '@/lib/domain/projects/people';
import { openActs, statusReasons } from '@/lib/domain/projects/status';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
const today = day('2020-05-01');

describe('suspended, resumed, withdrawn by document', () => {
  it.each([
    ['suspend', 'active', 4, '2020-05-01', []],
    ['suspend', 'suspended', 4, '2020-05-01', ['project.statusAct.suspended']],
    ['resume', 'suspended', 4, '2020-04-01', []],
    ['resume', 'active', 4, '2020-04-01', ['project.statusAct.active']],
    ['withdraw', 'suspended', 4, '2020-04-01', []],
    ['withdraw', 'withdrawn', 4, '2020-04-01', ['project.statusAct.withdrawn']],
    ['withdraw', 'active', 11, '2020-05-02', ['project.allComplete', 'project.documentInFuture']],
  ] as const)('%s, when %s in stage %i, of %s', (act, status, stage, on, expected) =>
    expect(codes(statusReasons(act, { status, stage, today }, day(on)))).toEqual(expected),
  );

  it('offers what is open', () => {
    expect(openActs('active')).toEqual(['suspend', 'withdraw']);
    expect(openActs('suspended')).toEqual(['resume', 'withdraw']);
    expect(openActs('withdrawn')).toEqual([]);
  });

  it.each([
    ['active', []],
    ['suspended', ['project.notNow.suspended']],
    ['withdrawn', ['project.notNow.withdrawn']],
  ] as const)('work on what is %s', (status, expected) => expect(codes(againstWork(status))).toEqual(expected));
});

it('改造类型 is one of the rule book', () => {
  const { renovationTypes } = workflowOf(chuxiong2020);
  expect(typeReasons(renovationTypes, renovationTypes[0]?.code)).toEqual([]);
  expect(typeReasons(renovationTypes, null)).toEqual([]);
  expect(codes(typeReasons(renovationTypes, 'splendid'))).toEqual(['project.typeUnknown']);
});

it.each([
  [{ kind: 'countyBureau', town: null, company: null }, []],
  [{ kind: 'town', town: { kind: 'subdistrict' }, company: null }, []],
  [{ kind: 'town', town: { kind: 'community' }, company: null }, ['project.entityTown']],
  [{ kind: 'company', town: null, company: null }, ['project.entityCompany']],
  [{ kind: 'company', town: null, company: { retired: true } }, ['project.entityCompany']],
  [{ kind: null, town: null, company: null }, []],
] as const)('who implements: %o', (choice, expected) => expect(codes(entityReasons(choice))).toEqual(expected));

const person = { role: 'supervisor', disabled: false, ofCounty: true, named: false };
it.each([
  [person, []],
  [{ ...person, role: 'implementing_entity' }, []],
  [{ ...person, role: 'county_bureau', disabled: true }, ['project.personRole', 'project.personDisabled']],
  [{ ...person, ofCounty: false }, ['project.personUnknown']],
  [{ ...person, named: true }, ['project.personNamed']],
  [null, ['project.personUnknown']],
])('named to a project: %o', (who, expected) => expect(codes(nameReasons(who))).toEqual(expected));
