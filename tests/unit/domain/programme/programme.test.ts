import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { amendBaseline, baselineTotal, freezeBaseline } from '@/lib/domain/programme/baseline';
import { checkYear, cumulativeTarget, deadlineState, yearCalendar } from '@/lib/domain/programme/calendar';
import { baselineAmendSchema, programmeYearCreateSchema } from '@/lib/domain/programme/schema';
import { chuxiong2020 as book } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const codes = (decision: { ok: boolean; reasons?: { code: string }[] }) =>
  (decision.reasons ?? []).map((reason) => reason.code);

describe('the calendar of a year', () => {
  it('comes from the rule book with its clause', () => {
    expect(yearCalendar(book, 2020)).toEqual({
      year: 2020,
      startBy: '2020-02-29',
      completeBy: '2020-06-30',
      targetShare: 70,
      reportDay: 5,
      clause: 'P三(一)/2020',
    });
    expect(yearCalendar(book, 2026)).toBeUndefined();
  });

  it('a deadline is met until the end of its day in Shanghai', () => {
    const due = day('2020-06-30');
    expect(deadlineState(due, new Date('2020-06-30T15:59:59.999Z'))).toMatchObject({ passed: false, daysLeft: 0 });
    expect(deadlineState(due, new Date('2020-06-30T16:00:00Z'))).toMatchObject({ passed: true, daysLeft: -1 });
  });

  it('30 % of 504 compounds is 152', () => {
    expect(cumulativeTarget(504, 30, 151)).toEqual({ needed: 152, missing: 1, reached: false });
    expect(cumulativeTarget(504, 30, 152)).toEqual({ needed: 152, missing: 0, reached: true });
    expect(cumulativeTarget(0, 30, 0).reached).toBe(false);
  });

  it('says everything that is wrong with a year', () => {
    expect(
      codes(checkYear({ startBy: day('2020-07-01'), completeBy: day('2020-06-30'), targetShare: 101, reportDay: 31 })),
    ).toEqual(['programme.yearBackwards', 'programme.targetShare', 'programme.reportDay']);
    expect(
      checkYear({ startBy: day('2020-06-30'), completeBy: day('2020-06-30'), targetShare: 70, reportDay: 5 }).ok,
    ).toBe(true);
  });
});

describe('the survey baseline', () => {
  const open = { status: 'open', opensOn: day('2019-10-01') } as const;
  const figures = { compounds: 45, buildings: 260, households: 8000, floorArea: 600_000_00n };
  const amendment = {
    delta: { compounds: -1, buildings: -4, households: -120, floorArea: -9000_50n },
    documentNo: '楚住建复〔2020〕12号',
    documentOn: day('2020-03-01'),
  };

  it('is frozen once', () => {
    const baseline = { on: day('2019-12-31'), documentNo: '楚住建函〔2019〕3号', compounds: 45 };
    expect(freezeBaseline(open, baseline, day('2020-01-05')).ok).toBe(true);
    expect(codes(freezeBaseline({ ...open, status: 'frozen' }, baseline, day('2020-01-05')))).toEqual([
      'baseline.alreadyFrozen',
    ]);
    expect(
      codes(freezeBaseline(open, { on: day('2020-02-01'), documentNo: ' ', compounds: 0 }, day('2020-01-05'))),
    ).toEqual(['baseline.documentMissing', 'baseline.inFuture', 'baseline.nothingEligible']);
    expect(codes(freezeBaseline(open, { ...baseline, on: day('2019-09-30') }, day('2020-01-05')))).toEqual([
      'baseline.beforeCampaign',
    ]);
  });

  it('changes by document only', () => {
    const today = day('2020-03-02');
    expect(amendBaseline({ status: 'frozen' }, figures, [], amendment, today)).toEqual({
      ok: true,
      value: { compounds: 44, buildings: 256, households: 7880, floorArea: 590_999_50n },
    });
    expect(codes(amendBaseline({ status: 'open' }, figures, [amendment], amendment, day('2020-02-01')))).toEqual([
      'baseline.notFrozen',
      'baseline.documentUsed',
      'baseline.documentInFuture',
    ]);
    const none = { compounds: 0, buildings: 0, households: 0, floorArea: 0n };
    expect(
      codes(amendBaseline({ status: 'frozen' }, figures, [], { ...amendment, documentNo: '', delta: none }, today)),
    ).toEqual(['baseline.documentMissing', 'baseline.changesNothing']);
    expect(codes(amendBaseline({ status: 'frozen' }, none, [], amendment, today))).toHaveLength(4);
  });

  it('the total does not depend on the order of amendments', () => {
    const delta = fc.record({
      compounds: fc.integer({ min: -9, max: 9 }),
      buildings: fc.integer({ min: -9, max: 9 }),
      households: fc.integer({ min: -99, max: 99 }),
      floorArea: fc.bigInt(-999n, 999n),
    });
    fc.assert(
      fc.property(fc.array(delta), (deltas) => {
        const amendments = deltas.map((one) => ({ delta: one }));
        expect(baselineTotal(figures, amendments)).toEqual(baselineTotal(figures, [...amendments].reverse()));
      }),
    );
  });

  it('forms know days and exact areas', () => {
    const id = '0190f5a2-7b1c-7c3a-9d2e-0123456789ab';
    expect(
      baselineAmendSchema.parse({
        countyId: id,
        compoundsDelta: -1,
        buildingsDelta: 0,
        householdsDelta: 0,
        floorAreaDelta: '-9000.5',
        documentNo: '1号',
        documentOn: '2020-03-01',
        reason: '复核',
      }).floorAreaDelta,
    ).toBe(-900050n);
    expect(
      programmeYearCreateSchema.safeParse({
        year: 2020,
        rulebookId: id,
        targetShare: 70,
        startBy: '2020-02-30',
        completeBy: '2020-06-30',
      }).success,
    ).toBe(false);
  });
});
