import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { checkNewVersion, checkUnit, isUnitCode, parentKindOf, unitNameOn } from '@/lib/domain/units/rules';
import { unitCreateSchema } from '@/lib/domain/units/schema';

const codes = (decision: { ok: boolean; reasons?: { code: string }[] }) =>
  (decision.reasons ?? []).map((reason) => reason.code);
const prefecture = { kind: 'prefecture', code: '532300' } as const;
const lufeng = { kind: 'county', code: '532302' } as const;
const zone = { kind: 'county', code: '532300-KFQ' } as const;

describe('units', () => {
  it('an old report prints the old name', () => {
    const versions = [
      { name: '禄丰县', code: '532331', validFrom: day('1958-01-01'), validTo: day('2021-02-03') },
      { name: '禄丰市', code: '532302', validFrom: day('2021-02-03'), validTo: null },
    ];
    expect(unitNameOn(versions, day('2020-06-30'))).toBe('禄丰县');
    expect(unitNameOn(versions, day('2021-02-02'))).toBe('禄丰县');
    expect(unitNameOn(versions, day('2021-02-03'))).toBe('禄丰市');
    expect(unitNameOn(versions, day('1949-10-01'))).toBeUndefined();
  });

  it('codes by kind', () => {
    expect(isUnitCode('county', '532301') && isUnitCode('county', '532300-KFQ')).toBe(true);
    expect(isUnitCode('county', '532300') || isUnitCode('prefecture', '532301')).toBe(false);
    expect(isUnitCode('subdistrict', '532302100') && isUnitCode('community', '532302100001')).toBe(true);
  });

  it('stand under their parents', () => {
    expect(parentKindOf('community')).toBe('subdistrict');
    expect(parentKindOf('prefecture')).toBeNull();
    expect(checkUnit(lufeng, prefecture).ok).toBe(true);
    expect(checkUnit(zone, prefecture).ok).toBe(true);
    expect(checkUnit({ kind: 'subdistrict', code: '532301005' }, zone).ok).toBe(true);
    expect(checkUnit(prefecture, null).ok).toBe(true);
    expect(codes(checkUnit({ kind: 'subdistrict', code: '532301005' }, lufeng))).toEqual(['units.codeNotUnderParent']);
    expect(codes(checkUnit({ kind: 'community', code: '12' }, lufeng))).toEqual([
      'units.code.community',
      'units.parent.community',
    ]);
  });

  it('a new version begins after the one before', () => {
    expect(checkNewVersion({ validFrom: day('2020-01-01') }, day('2020-01-01')).ok).toBe(false);
    expect(checkNewVersion({ validFrom: day('2020-01-01') }, day('2020-01-02')).ok).toBe(true);
  });

  it('forms', () => {
    expect(
      unitCreateSchema.safeParse({
        kind: 'county',
        parentId: null,
        code: '禄丰',
        name: '禄丰市',
        validFrom: '2021-02-03',
      }).success,
    ).toBe(false);
  });
});
