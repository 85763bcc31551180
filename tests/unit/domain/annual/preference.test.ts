import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryAnswer, preferenceView, preferredCounties, type RankedAnswer } from '@/lib/domain/annual/answers';
import { preferencesOf, type YearResult } from '@/lib/domain/annual/preference';
import { rankProjects } from '@/lib/domain/annual/ranking';
import type { Candidate, Preference, RankedCompound } from '@/lib/domain/annual/types';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { scoringOf, workflowOf } from '@/lib/domain/rulebook/rulebook';

const CONSENT = { no: '楚政复〔2020〕21号', on: calendarDateOf('2020-07-20') };
const result = (more: Partial<YearResult> = {}): YearResult => ({
  ...{ countyId: 'lufeng', year: 2020, grade: 'excellent', vetoed: false, consent: CONSENT },
  ...more,
});
const of = (...results: YearResult[]) => preferencesOf(results, 2021, chuxiong2020);

const WEIGHTS = { condition: 40, willingness: 40, mechanism: 20 };
const MEASURES = {
  ...{ deficiencies: 4, facilities: 19, cutOffYear: 1999 },
  scale: workflowOf(chuxiong2020).rankingScale,
};
const compound = (agreeHouseholds: number): RankedCompound => ({
  ...{ households: 10_000, deficiencies: 2, worn: 10, decisiveYear: 1990, area: 10_000n },
  ...{ ownersCommittee: true, propertyService: null, maintenanceFund: false },
  round: { round: 2, agreeHouseholds, households: 10_000, agreeArea: BigInt(agreeHouseholds), area: 10_000n },
});
const candidate = (code: string, preference: Preference | null, agree = 8_000): Candidate => ({
  ...{ id: code, code, preference, papers: [], compounds: [compound(agree)] },
  appliedOn: calendarDateOf(code === 'A' ? '2021-03-01' : '2021-03-02'),
});
const rank = (...all: Candidate[]) => rankProjects(all, WEIGHTS, MEASURES);
const preferred = (): Preference | null => of(result()).get('lufeng') ?? null;

describe('whom the result of a year prefers', () => {
  test('a final 优秀 is worth what the planned year says, and says where it comes from', () => {
    expect(preferred()).toEqual({
      ...{ points: 500, year: 2020, grade: { code: 'excellent', name: '优秀', nameEn: 'Excellent' } },
      ...{ consentNo: CONSENT.no, consentOn: CONSENT.on, clause: '决定/优秀倾斜' },
    });
  });

  test.each([
    ['a season that is not over', result({ consent: null })],
    ['a card without a grade', result({ grade: null, vetoed: null })],
    ['good, and no more', result({ grade: 'good' })],
    ['the lowest grade', result({ grade: 'unqualified' })],
    ['vetoed, whatever the points', result({ vetoed: true })],
    ['the planned year itself', result({ year: 2021 })],
    ['two years ago', result({ year: 2019 })],
  ])('%s prefers nobody', (_, one) => {
    expect(of(one).size).toBe(0);
  });

  test('the points are those of the planned year; a book that gives none prefers nobody', () => {
    const scoring = scoringOf(chuxiong2020);
    const giving = (points: number) => ({
      ...chuxiong2020,
      scoring: { ...scoring, preference: { ...scoring.preference, points } },
    });
    expect(preferencesOf([result()], 2021, giving(250)).get('lufeng')?.points).toBe(250);
    expect(preferencesOf([result()], 2021, giving(0)).size).toBe(0);
  });
});

describe('in the ranking', () => {
  test('alike without it, ahead with it; the factors stay as they are', () => {
    const [first, second] = rank(candidate('A', null), candidate('B', null));
    expect([first?.code, first?.total]).toEqual(['A', second?.total]);
    const [ahead, behind] = rank(candidate('A', null), candidate('B', preferred()));
    expect([ahead?.code, ahead?.rank, ahead?.total]).toEqual(['B', 1, (behind?.total ?? 0) + 500]);
    expect(ahead?.factors).toEqual(second?.factors);
    expect([ahead?.preference?.consentNo, behind?.preference]).toEqual([CONSENT.no, null]);
  });

  test('5.00 are made good by 12.50 of willingness at 40 %: there ties go by willingness as ever, one hundredth less loses', () => {
    const order = (agree: number) =>
      rank(candidate('A', null, agree), candidate('B', preferred(), 8_000)).map(({ code }) => code);
    expect(order(9_250)).toEqual(['A', 'B']); // alike in total
    expect(order(9_248)).toEqual(['B', 'A']); // 0.008 less is 0.01 in the total
  });

  test('preferring somebody never costs that one a place, and no other changes places with another', () => {
    const agree = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(agree, fc.nat(5), (votes, at) => {
        const all = votes.map((vote, no) => candidate(String(no), null, vote));
        const chosen = String(at % votes.length);
        const before = rank(...all);
        const after = rank(...all.map((one) => (one.code === chosen ? { ...one, preference: preferred() } : one)));
        const placeOf = (ranked: typeof before) => ranked.find(({ code }) => code === chosen)?.rank ?? 0;
        const others = (ranked: typeof before) => ranked.filter(({ code }) => code !== chosen).map(({ code }) => code);
        expect(placeOf(after)).toBeLessThanOrEqual(placeOf(before));
        expect(others(after)).toEqual(others(before));
      }),
    );
  });
});

describe('as it is answered and kept', () => {
  const entry = (county: string, preference: Preference | null) =>
    ({
      county: { id: county, name: county, nameEn: null },
      preference: preference && preferenceView(preference),
    }) as RankedAnswer;

  test('each preferred county once', () => {
    const all = [entry('禄丰市', preferred()), entry('双柏县', null), entry('禄丰市', preferred())];
    expect(preferredCounties(all).map(({ county, preference }) => [county.name, preference.points])).toEqual([
      ['禄丰市', '5.00'],
    ]);
  });

  test('a plan from before there was a preference reads as before', () => {
    const id = '019a0000-0000-7000-8000-000000000001';
    const kept = {
      ...{ project: { id, code: 'A', name: '甲', compounds: 1, households: 10 }, county: entry('a', null).county },
      ...{ appliedOn: '2020-03-01', rank: 1, total: '62.20', factors: [], asks: [], lock: null, lockReason: null },
      verdict: null,
    };
    expect(entryAnswer.parse({ ...kept, county: { id, name: '禄丰市', nameEn: null } })).toMatchObject({
      ...{ total: '62.20', preference: null },
    });
  });
});
