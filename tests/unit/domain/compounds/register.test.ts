import { describe, expect, it } from 'vitest';
import { effectiveTotals } from '@/lib/domain/compounds/effective-totals';
import { planMerge, planSplit } from '@/lib/domain/compounds/merge-split';
import { readiness, type SurveyRecord } from '@/lib/domain/compounds/readiness';
import { compoundCreateSchema, compoundUpdateSchema, householdCreateSchema } from '@/lib/domain/compounds/schema';
import { naturalSortKey } from '@/lib/domain/compounds/sort-key';
import { reasonsOf } from '@/lib/domain/kernel/input';
import { chuxiong2020 as book } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';

const empty = {
  buildings: 0,
  units: 0,
  households: 0,
  floorArea: 0n,
  exclusiveArea: 0n,
  householdsWithoutArea: 0,
  householdsWithoutOwner: 0,
};
const stated = { buildings: 3, units: 6, households: 72, floorArea: 7800_00n, exclusiveArea: 6600_00n };

describe('what counts', () => {
  it('is what the county states until there is a register', () => {
    expect(effectiveTotals(stated, empty)).toEqual({ ...stated, mismatches: [] });
  });

  it('is the register where there is one, and a difference is said', () => {
    const totals = effectiveTotals(stated, { ...empty, buildings: 3, households: 70, exclusiveArea: 6500_50n });
    expect(totals).toMatchObject({
      buildings: 3,
      units: 6,
      households: 70,
      floorArea: 7800_00n,
      exclusiveArea: 6500_50n,
    });
    expect(totals.mismatches.map((mismatch) => [mismatch.code, mismatch.params])).toEqual([
      ['readiness.mismatch.households', { stated: 72, registered: 70 }],
      ['readiness.mismatch.exclusiveArea', { stated: '6600.00', registered: '6500.50' }],
    ]);
  });
});

describe('readiness of a record', () => {
  const record: SurveyRecord = {
    name: '五建小区',
    address: '龙城路12号',
    longitude: 102.07,
    latitude: 25.15,
    communityId: 'c',
    subdistrictId: 's',
    ownershipKind: 'commercial',
    originalUnit: null,
    hasOwnersCommittee: false,
    hasPropertyService: false,
    hasMaintenanceFund: false,
    willingness: 'strong',
    facilities: Object.fromEntries(publicFacilities(book).map((facility) => [facility.key, 'poor' as const])),
    photos: 1,
    stated,
    registered: { ...empty, buildings: 3, units: 6, households: 72, floorArea: 7800_00n, exclusiveArea: 6600_00n },
    yearBuilt: 1994,
    buildings: [],
    legalTitle: true,
    insideTown: true,
    inShantytownPlan: false,
    plannedDemolition: false,
    mainlySelfBuilt: false,
    urbanVillage: false,
    facilitiesIncomplete: true,
    environmentPoor: null,
    managementMissing: null,
    facilitiesBackward: null,
  };

  it('a complete record lacks nothing', () => expect(readiness(record, book)).toEqual([]));

  it('names every gap, the blocking ones first', () => {
    const gaps = readiness(
      { ...record, yearBuilt: null, address: '', facilities: {}, ownershipKind: 'reformed', registered: empty },
      book,
    );
    expect(gaps.map((gap) => [gap.code, gap.severity])).toEqual([
      ['eligibility.missing.yearBuilt', 'blocking'],
      ['readiness.address', 'missing'],
      ['readiness.originalUnit', 'missing'],
      ['readiness.facilities', 'missing'],
      ['readiness.buildings', 'missing'],
      ['readiness.households', 'missing'],
    ]);
  });

  it('counts households without an area or an owner', () => {
    const registered = { ...record.registered, householdsWithoutArea: 4, householdsWithoutOwner: 2 };
    expect(readiness({ ...record, registered }, book).map((gap) => [gap.code, gap.params])).toEqual([
      ['readiness.householdAreas', { count: 4 }],
      ['readiness.householdOwners', { count: 2 }],
    ]);
  });
});

describe('merging and splitting', () => {
  const a = { id: 'a', name: '甲小区', countyId: 'x', status: 'active' as const, buildingIds: ['1', '2'] };
  const b = { id: 'b', name: '乙小区', countyId: 'x', status: 'active' as const, buildingIds: ['3'] };

  it('merging moves the buildings and keeps the names', () => {
    expect(planMerge([a, b], 'a')).toEqual({
      ok: true,
      value: {
        survivorId: 'a',
        retireIds: ['b'],
        moveBuildings: [{ buildingId: '3', toCompoundId: 'a' }],
        aliases: ['乙小区'],
        lineage: [{ fromId: 'b', toId: 'a' }],
      },
    });
  });

  it('merging refuses with every reason', () => {
    const codes = (decision: ReturnType<typeof planMerge>) =>
      decision.ok ? [] : decision.reasons.map((reason) => reason.code);
    expect(codes(planMerge([a, { ...b, countyId: 'y', status: 'retired' }], 'z'))).toEqual([
      'merge.otherCounty',
      'merge.notActive',
      'merge.survivorNotAmongThem',
    ]);
    expect(codes(planMerge([a, a], 'a'))).toEqual(['merge.atLeastTwo', 'merge.sameTwice']);
  });

  it('splitting puts every building in exactly one part', () => {
    expect(
      planSplit(a, [
        { name: '东', buildingIds: ['1'] },
        { name: '西', buildingIds: ['2'] },
      ]).ok,
    ).toBe(true);
    const decision = planSplit(a, [
      { name: '东', buildingIds: ['1', '9'] },
      { name: '东', buildingIds: ['1'] },
      { name: '北', buildingIds: [] },
    ]);
    expect(decision.ok ? [] : decision.reasons.map((reason) => reason.code)).toEqual([
      'split.sameName',
      'split.buildingLeftOver',
      'split.buildingTwice',
      'split.foreignBuilding',
      'split.emptyPart',
    ]);
  });
});

describe('forms', () => {
  it('a name is enough; areas become integers', () => {
    expect(compoundCreateSchema.parse({ name: ' 五建小区 ', statedFloorArea: '9000.5' })).toEqual({
      name: '五建小区',
      statedFloorArea: 900050n,
    });
  });

  it('absent is unchanged, null is cleared', () => {
    expect(compoundUpdateSchema.parse({ address: null })).toEqual({ address: null });
  });

  it('unknown fields, wrong years and unreadable areas are named', () => {
    const parsed = compoundCreateSchema.safeParse({ name: 'x', yearBuilt: 98, statedFloorArea: '1e5', countyId: 'y' });
    expect(parsed.success ? [] : reasonsOf(parsed.error).map((reason) => [reason.field, reason.code])).toEqual([
      ['yearBuilt', 'input.year'],
      ['statedFloorArea', 'area.unreadable'],
      ['countyId', 'input.unknownField'],
    ]);
  });

  it('phones and ID numbers are put in order or refused', () => {
    const buildingId = '0190f5a2-7b1c-7c3a-9d2e-0123456789ab';
    const owner = { kind: 'person', name: '张三', phone: '138 0000 0000', idNumber: '11010519491231002x' };
    expect(householdCreateSchema.parse({ buildingId, room: '101', owners: [owner] }).owners?.[0]).toEqual({
      ...owner,
      phone: '13800000000',
      idNumber: '11010519491231002X',
    });
    const parsed = householdCreateSchema.safeParse({
      buildingId,
      room: '101',
      owners: [{ ...owner, idNumber: '110105194912310021' }],
    });
    expect(parsed.success ? [] : reasonsOf(parsed.error)).toEqual([
      { code: 'identity.idCheck', field: 'owners.0.idNumber' },
    ]);
  });

  it('buildings sort as people count', () => {
    expect(naturalSortKey('２栋') < naturalSortKey('10栋')).toBe(true);
    expect(naturalSortKey('二单元') < naturalSortKey('十单元')).toBe(true);
    expect(naturalSortKey('十一单元') < naturalSortKey('二十单元')).toBe(true);
  });
});
