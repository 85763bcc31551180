import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisiveYear } from '@/lib/domain/compounds/decisive-year';
import { assessEligibility } from '@/lib/domain/compounds/eligibility';
import type { EligibilityFacts } from '@/lib/domain/compounds/types';
import { chuxiong2020 as book } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

const eligible: EligibilityFacts = {
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
  managementMissing: false,
  facilitiesBackward: null,
};
const judge = (change: Partial<EligibilityFacts>, rulebook: Rulebook = book) => {
  const { outcome, reasons } = assessEligibility({ ...eligible, ...change }, rulebook);
  return { outcome, codes: reasons.map((reason) => reason.code) };
};

describe('a compound is eligible', () => {
  it('when built before 2000, in town, with title and a deficiency, and not excluded; and says why', () => {
    expect(judge({})).toEqual({
      outcome: 'eligible',
      codes: [
        'eligibility.builtInTime',
        'eligibility.hasLegalTitle',
        'eligibility.isInsideTown',
        'eligibility.deficiency.facilitiesIncomplete',
        'eligibility.notExcluded.inShantytownPlan',
        'eligibility.notExcluded.plannedDemolition',
        'eligibility.notExcluded.mainlySelfBuilt',
        'eligibility.notExcluded.urbanVillage',
      ],
    });
  });

  it('built in 1999 yes, built in 2000 no', () => {
    expect(judge({ yearBuilt: 1999 }).outcome).toBe('eligible');
    expect(judge({ yearBuilt: 2000 })).toEqual({ outcome: 'ineligible', codes: ['eligibility.builtTooLate'] });
  });

  it('every reason names a clause that the rule book knows', () => {
    for (const change of [{}, { yearBuilt: 2004, legalTitle: false }, { yearBuilt: null, urbanVillage: null }]) {
      for (const reason of assessEligibility({ ...eligible, ...change }, book).reasons) {
        expect(book.clauses.map((clause) => clause.id)).toContain(reason.clause);
      }
    }
  });
});

describe('a compound is ineligible', () => {
  it('with all its reasons, and what is missing after them', () => {
    expect(
      judge({
        yearBuilt: 2003,
        legalTitle: false,
        insideTown: null,
        urbanVillage: true,
        facilitiesIncomplete: false,
        environmentPoor: false,
        facilitiesBackward: false,
      }),
    ).toEqual({
      outcome: 'ineligible',
      codes: [
        'eligibility.builtTooLate',
        'eligibility.noLegalTitle',
        'eligibility.noDeficiency',
        'eligibility.excluded.urbanVillage',
        'eligibility.missing.insideTown',
      ],
    });
  });

  it.each(['inShantytownPlan', 'plannedDemolition', 'mainlySelfBuilt', 'urbanVillage'] as const)('when %s', (fact) => {
    expect(judge({ [fact]: true })).toEqual({ outcome: 'ineligible', codes: [`eligibility.excluded.${fact}`] });
  });
});

describe('资料不全', () => {
  it('when a needed fact is missing, and says which', () => {
    expect(judge({ yearBuilt: null, legalTitle: null })).toEqual({
      outcome: 'incomplete',
      codes: ['eligibility.missing.yearBuilt', 'eligibility.missing.legalTitle'],
    });
  });

  it('when no deficiency is found yet and some are unknown', () => {
    expect(judge({ facilitiesIncomplete: false })).toEqual({
      outcome: 'incomplete',
      codes: ['eligibility.missing.environmentPoor', 'eligibility.missing.facilitiesBackward'],
    });
  });

  it('when buildings on both sides of the cut-off have no area', () => {
    const buildings = [
      { yearBuilt: 1995, floorArea: null },
      { yearBuilt: 2001, floorArea: 100n },
    ];
    expect(judge({ buildings })).toEqual({ outcome: 'incomplete', codes: ['eligibility.missing.buildingAreas'] });
  });

  it('but areas are not asked for when they cannot change anything', () => {
    const buildings = [
      { yearBuilt: 1985, floorArea: null },
      { yearBuilt: 1995, floorArea: null },
    ];
    expect(judge({ buildings }).outcome).toBe('eligible');
    expect(
      judge({ yearBuilt: null, buildings: buildings.map((b) => ({ ...b, yearBuilt: (b.yearBuilt ?? 0) + 20 })) })
        .outcome,
    ).toBe('ineligible');
  });
});

describe('the later-built quota of 大姚县 2024', () => {
  const dayao = structuredClone(book);
  dayao.eligibility.cutOff.latestYear = 2000;
  dayao.eligibility.laterBuilt = { latestYear: 2005, quotaPercent: 15, clause: '决定/建成年份' };

  it('2000 in time, 2005 within the quota, 2006 too late', () => {
    expect(judge({ yearBuilt: 2000 }, dayao).codes[0]).toBe('eligibility.builtInTime');
    expect(judge({ yearBuilt: 2005 }, dayao)).toMatchObject({
      outcome: 'eligible',
      codes: expect.arrayContaining(['eligibility.laterBuiltQuota']),
    });
    expect(judge({ yearBuilt: 2006 }, dayao).outcome).toBe('ineligible');
  });
});

describe('the year of most of the floor area', () => {
  it('is the stated year without a building list', () => {
    expect(decisiveYear(1998, [])).toMatchObject({ year: 1998, source: 'stated' });
    expect(decisiveYear(null, [])).toMatchObject({ year: null, source: 'undecided' });
  });

  it('goes by area, not by number of buildings', () => {
    const buildings = [
      { yearBuilt: 1995, floorArea: 100_00n },
      { yearBuilt: 1995, floorArea: 100_00n },
      { yearBuilt: 2002, floorArea: 200_01n },
    ];
    expect(decisiveYear(1995, buildings)).toMatchObject({ year: 2002, source: 'floorArea' });
  });

  it('takes the later year when areas are equal', () => {
    expect(
      decisiveYear(null, [
        { yearBuilt: 1999, floorArea: 5n },
        { yearBuilt: 2000, floorArea: 5n },
      ]).year,
    ).toBe(2000);
  });

  it('an undated building counts with the stated year, and otherwise only where it could tip the scale', () => {
    const buildings = [
      { yearBuilt: 1990, floorArea: 100n },
      { yearBuilt: null, floorArea: 60n },
    ];
    expect(decisiveYear(2001, buildings)).toMatchObject({ year: 1990, source: 'floorArea' });
    expect(decisiveYear(null, buildings)).toMatchObject({ year: 1990, source: 'floorArea', undated: false });
    expect(
      decisiveYear(null, [
        buildings[0] ?? buildings[1] ?? { yearBuilt: null, floorArea: null },
        { yearBuilt: null, floorArea: 100n },
      ]),
    ).toMatchObject({
      year: null,
      undated: true,
    });
  });

  it('is always the year of one of the buildings, and does not depend on their order', () => {
    const building = fc.record({ yearBuilt: fc.integer({ min: 1980, max: 2010 }), floorArea: fc.bigInt(1n, 10_000n) });
    fc.assert(
      fc.property(fc.array(building, { minLength: 1 }), (buildings) => {
        const { year } = decisiveYear(null, buildings);
        expect(buildings.map((one) => one.yearBuilt)).toContain(year);
        expect(decisiveYear(null, [...buildings].reverse()).year).toBe(year);
      }),
    );
  });
});

it('a disqualification holds whatever else becomes known', () => {
  const tri = fc.constantFrom(true, false, null);
  const facts = fc.record({
    yearBuilt: fc.constantFrom(1990, 2004, null),
    legalTitle: tri,
    insideTown: tri,
    inShantytownPlan: tri,
    plannedDemolition: tri,
    mainlySelfBuilt: tri,
    urbanVillage: tri,
    facilitiesIncomplete: tri,
    environmentPoor: tri,
    managementMissing: tri,
    facilitiesBackward: tri,
  });
  fc.assert(
    fc.property(facts, fc.constantFrom(true, false), (some, answer) => {
      const before = assessEligibility({ ...some, buildings: [] }, book);
      const completed = Object.fromEntries(
        Object.entries(some).map(([key, value]) => [key, value ?? (key === 'yearBuilt' ? 1990 : answer)]),
      );
      const after = assessEligibility({ ...(completed as unknown as EligibilityFacts), buildings: [] }, book);
      if (before.outcome === 'ineligible') expect(after.outcome).toBe('ineligible');
      if (before.outcome === 'eligible') expect(after.outcome).toBe('eligible');
      expect(after.outcome).not.toBe('incomplete');
      expect(before.reasons.length).toBeGreaterThan(0);
    }),
  );
});
