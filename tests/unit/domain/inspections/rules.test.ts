import { describe, expect, it } from 'vitest';
import { pointsAt } from '@/lib/domain/inspections/points';
import { type InspectionGround, inspectionReasons } from '@/lib/domain/inspections/rules';
import { type InspectionInput, inspectionInput } from '@/lib/domain/inspections/schema';
import { liftReasons, type StandingStop, stoppedReasons, stopWorkReasons } from '@/lib/domain/inspections/stop-work';
import { levelFor, type NamedFinding } from '@/lib/domain/inspections/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';

const day = (text: string) => text as CalendarDate;
const { points } = siteRulesOf(chuxiong2020).checklists;
const ground: InspectionGround = {
  kinds: chuxiong2020.inspections.kinds,
  points,
  planned: [
    { compoundId: 'c1', buildingId: null, item: 'C-R07' },
    { compoundId: 'c1', buildingId: 'b1', item: 'B-R01' },
  ],
  compounds: [{ id: 'c1', buildings: ['b1', 'b2'] }],
  parties: ['p1'],
  startOn: day('2020-03-01'),
  today: day('2020-04-20'),
};
const base: InspectionInput = {
  ...{ kinds: ['quality', 'safety'], compoundId: 'c1', inspectedOn: day('2020-04-01'), photoFileIds: [] },
  checks: [{ code: 'S-06', result: 'pass' }],
};
const finding = { grade: 'major' as const, place: '路面', content: '积水', limitOn: day('2020-04-10'), partyId: 'p1' };
const failed = (more: object = {}): InspectionInput['checks'][number] => ({
  code: 'C-R07-02',
  result: 'fail',
  finding: { ...finding, ...more },
});
const codes = (input: Partial<InspectionInput>, of: Partial<InspectionGround> = {}) =>
  inspectionReasons({ ...base, ...input }, { ...ground, ...of }).map(({ code }) => code);

describe('an inspection', () => {
  it.each<[string, Partial<InspectionInput>, Partial<InspectionGround>, string[]]>([
    ['is right', { checks: [failed(), { code: 'S-01', result: 'none' }] }, {}, []],
    ['today', { inspectedOn: day('2020-04-20') }, {}, []],
    ['tomorrow', { inspectedOn: day('2020-04-21') }, {}, ['inspection.inFuture']],
    ['on the first day of the contract', { inspectedOn: day('2020-03-01') }, {}, []],
    ['the day before it', { inspectedOn: day('2020-02-29') }, {}, ['inspection.beforeStart']],
    ['without a contract', {}, { startOn: null }, ['inspection.noContract']],
    ['of a kind that there is not', { kinds: ['beauty', 'safety'] }, {}, ['inspection.kindUnknown']],
    ['of another compound', { compoundId: 'c9' }, {}, ['inspection.otherCompound']],
    ['of a building elsewhere', { buildingId: 'b9' }, {}, ['inspection.otherBuilding']],
    [
      'of a building without its compound',
      { compoundId: undefined, buildingId: 'b1' },
      {},
      ['inspection.otherBuilding'],
    ],
    ['of nothing', { checks: [{ code: 'S-06', result: 'none' }] }, {}, ['inspection.nothingChecked']],
    [
      'of a roof, in the compound',
      { checks: [{ code: 'B-R01-01', result: 'pass' }] },
      {},
      ['inspection.pointNotPlanned'],
    ],
    ['of a roof, at its building', { buildingId: 'b1', checks: [{ code: 'B-R01-01', result: 'pass' }] }, {}, []],
    [
      'of a roof that is not planned',
      { buildingId: 'b2', checks: [{ code: 'B-R01-01', result: 'pass' }] },
      {},
      ['inspection.pointNotPlanned'],
    ],
    ['of a point of the other kind', { kinds: ['quality'] }, {}, ['inspection.pointOfOtherKind']],
    ['of a point that there is not', { checks: [{ code: 'S-88', result: 'pass' }] }, {}, ['inspection.pointUnknown']],
    ['wrong without a word', { checks: [{ code: 'C-R07-02', result: 'fail' }] }, {}, ['inspection.failUnsaid']],
    ['right with a finding', { checks: [{ ...failed(), result: 'pass' }] }, {}, ['inspection.foundThoughRight']],
    ['due the same day', { checks: [failed({ limitOn: day('2020-04-01') })] }, {}, []],
    ['due before it', { checks: [failed({ limitOn: day('2020-03-31') })] }, {}, ['finding.limitBeforeInspection']],
    ['nobody’s', { checks: [failed({ partyId: undefined })] }, {}, ['inspection.responsibleMissing']],
    ['somebody’s by name', { checks: [failed({ partyId: undefined, responsible: '物业' })] }, {}, []],
    ['of a party elsewhere', { checks: [failed({ partyId: 'p9' })] }, {}, ['inspection.partyUnknown']],
    ['grave without a photo', { checks: [failed({ grade: 'grave' })] }, {}, ['inspection.gravePhoto']],
    ['grave with one', { checks: [failed({ grade: 'grave', photoFileId: 'f1' })] }, {}, []],
    ['stopped for nothing', { stopWork: { no: '1', reason: '无', scope: 'project' } }, {}, ['stopWork.nothingFound']],
    [
      'stopped at a compound that is not named',
      {
        compoundId: undefined,
        checks: [{ ...failed(), code: 'S-01' }],
        stopWork: { no: '1', reason: '无', scope: 'compound' },
      },
      {},
      ['stopWork.noCompound'],
    ],
  ])('%s', (_, input, of, expected) => expect(codes(input, of)).toEqual(expected));

  it('says every reason at once, at its field', () => {
    const reasons = inspectionReasons(
      {
        ...base,
        inspectedOn: day('2020-02-01'),
        checks: [failed({ limitOn: day('2020-01-01'), partyId: undefined }), failed()],
      },
      ground,
    );
    expect(reasons.map(({ field }) => field)).toEqual([
      'inspectedOn',
      'checks.0.finding.limitOn',
      'checks.0.finding.responsible',
      'checks.1',
    ]);
  });

  it.each([
    ['a latitude beyond the pole', { position: { latitudeE6: 90_000_001, longitudeE6: 0, accuracyM: 1 } }],
    ['a degree with a fraction', { position: { latitudeE6: 25.1, longitudeE6: 0, accuracyM: 1 } }],
    ['a time without its zone', { deviceAt: '2020-04-01T10:00:00' }],
    ['no point', { checks: [] }],
    ['a day that is none', { inspectedOn: '2020-02-30' }],
    ['somebody’s role', { level: 'prefecture' }],
  ])('is not read with %s', (_, more) => {
    const id = '01920000-0000-7000-8000-000000000000';
    const body = { ...base, compoundId: id };
    expect(inspectionInput.safeParse(body).success).toBe(true);
    expect(inspectionInput.safeParse({ ...body, ...more }).success).toBe(false);
  });

  it('has as its checklist what holds on every site and what is planned there', () => {
    const items = (buildingId: string | null, kinds: string[]) =>
      new Set(pointsAt({ compoundId: 'c1', buildingId }, kinds, points, ground.planned).map(({ item }) => item));
    expect(items(null, ['quality', 'safety'])).toEqual(new Set(['C-R07', null]));
    expect(items('b1', ['quality'])).toEqual(new Set(['B-R01', null]));
    expect(items('b2', ['safety'])).toEqual(new Set([null]));
  });

  it('is a body’s by the role of who makes it', () =>
    expect(
      (['supervisor', 'county_bureau', 'prefecture_bureau', 'town', 'implementing_entity'] as const).map(levelFor),
    ).toEqual(['supervisor', 'county', 'prefecture', null, null]));
});

const named: NamedFinding = {
  ...{ id: 'f1', grade: 'minor', status: 'closed', compoundId: 'c1', inspected: true },
  ...{ inspectedOn: day('2020-04-01'), recheckedOn: day('2020-04-08'), rectifiedBy: 'builder' },
};
const stop: StandingStop = {
  ...{ no: '停-1', level: 'county', issuedOn: day('2020-04-02'), lifted: false },
  findings: [named],
};

describe('a stop-work note', () => {
  const input = { no: '停-2', issuedOn: day('2020-04-05'), reason: '无防护', findingIds: ['f1'] };
  const open: NamedFinding = { ...named, status: 'open' };
  const issued = (more: object, findings: NamedFinding[] = [open]) =>
    stopWorkReasons(
      { ...input, ...more },
      { compounds: ['c1', 'c2'], findings, numbers: ['停-1'], today: day('2020-04-20') },
    ).map(({ code }) => code);

  it.each<[string, object, NamedFinding[], string[]]>([
    ['for what was inspected', {}, [open], []],
    ['for a grave one that was not', {}, [{ ...open, inspected: false, grade: 'grave' }], []],
    ['for a minor one that was not', {}, [{ ...open, inspected: false }], ['stopWork.noGround']],
    ['for one that is closed', {}, [named], ['stopWork.findingClosed']],
    ['for one that is not there', { findingIds: ['f1', 'f9'] }, [open], ['stopWork.findingUnknown']],
    ['before it was found', { issuedOn: day('2020-03-31') }, [open], ['stopWork.beforeFinding']],
    ['tomorrow', { issuedOn: day('2020-04-21') }, [open], ['stopWork.inFuture']],
    ['of the other compound', { compoundId: 'c2' }, [open], ['stopWork.findingElsewhere']],
    ['of a compound elsewhere', { compoundId: 'c9' }, [{ ...open, compoundId: null }], ['inspection.otherCompound']],
    ['under a number that there is', { no: '停-1' }, [open], ['stopWork.sameNumber']],
  ])('%s', (_, more, findings, expected) => expect(issued(more, findings)).toEqual(expected));

  const lifted = (
    of: Partial<StandingStop>,
    liftedOn: string,
    level: Parameters<typeof liftReasons>[2]['level'],
    accountId = 'me',
  ) =>
    liftReasons(
      { ...stop, ...of },
      { liftedOn: day(liftedOn), reason: '已整改', fileId: 'x' },
      { level, accountId },
      day('2020-04-20'),
    ).map(({ code }) => code);

  it.each<[string, string[], string[]]>([
    ['by its own level, the day of the last look', lifted({}, '2020-04-08', 'county'), []],
    ['by the one above', lifted({}, '2020-04-09', 'prefecture'), []],
    ['by the one below', lifted({}, '2020-04-09', 'supervisor'), ['stopWork.liftedBy.county']],
    ['by nobody who inspects', lifted({}, '2020-04-09', null), ['stopWork.liftedBy.county']],
    ['by who reported it right', lifted({}, '2020-04-09', 'county', 'builder'), ['stopWork.liftedByRectifier']],
    ['before the last look', lifted({}, '2020-04-07', 'county'), ['stopWork.liftedEarly']],
    ['tomorrow', lifted({}, '2020-04-21', 'county'), ['stopWork.inFuture']],
    [
      'while one is open',
      lifted({ findings: [named, { ...named, status: 'rectified' }] }, '2020-04-09', 'county'),
      ['stopWork.findingsOpen'],
    ],
    ['twice', lifted({ lifted: true }, '2020-04-09', 'county'), ['stopWork.liftedAlready']],
  ])('is lifted %s', (_, found, expected) => expect(found).toEqual(expected));

  it('stops its compound, or all of them', () => {
    const at = (compoundId: string | null) =>
      stoppedReasons([{ compoundId: 'c1' }], [{ no: '停-1', compoundId }]).map(({ code }) => code);
    expect([at(null), at('c1'), at('c2')]).toEqual([['stopWork.stands'], ['stopWork.stands'], []]);
  });
});
