import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import {
  againstMovingDue,
  againstTakingIn,
  isLate,
  unwritten,
  withoutClaims,
} from '@/lib/domain/scorecards/season/overdue';
import { CARD_STATES } from '@/lib/domain/scorecards/season/types';
import { codesOf } from './card';

const selfDueOn = day('2020-12-20');

describe('自评期限', () => {
  it('the last day counts to its end', () => {
    const late = (submitted: { late: boolean } | null, on: string) => isLate({ submitted, selfDueOn, today: day(on) });
    expect([late(null, '2020-12-20'), late(null, '2020-12-21')]).toEqual([false, true]);
    expect([late({ late: false }, '2021-01-31'), late({ late: true }, '2020-12-20')]).toEqual([false, true]);
  });

  it('is moved to a later day that can still be met', () => {
    const move = (to: string, on: string, more: object = {}) =>
      codesOf(
        againstMovingDue({ status: 'open', isDeliberated: false, selfDueOn, to: day(to), today: day(on), ...more }),
      );
    expect([move('2020-12-21', '2020-12-10'), move('2020-12-25', '2020-12-25')]).toEqual([[], []]);
    expect([move('2020-12-20', '2020-12-10'), move('2020-12-19', '2020-12-30')]).toEqual([
      ...[['dueNotLater'], ['dueNotLater']],
    ]);
    expect(move('2020-12-24', '2020-12-25')).toEqual(['duePast']);
    expect(move('2020-12-19', '2020-12-25', { isDeliberated: true })).toEqual(['deliberatedAlready', 'dueNotLater']);
    expect(move('2020-12-19', '2020-12-25', { status: 'closed', isDeliberated: true })).toEqual(['closedAlready']);
  });
});

describe('按记录转入复核', () => {
  const take = (status: (typeof CARD_STATES)[number], on: string) =>
    codesOf(againstTakingIn({ status, selfDueOn, today: day(on) }));

  it('not before the county’s time is over', () => {
    expect([take('open', '2020-12-20'), take('open', '2020-12-21')]).toEqual([['timeLeft'], []]);
  });

  it('nothing that was submitted meanwhile', () => {
    for (const status of CARD_STATES.filter((one) => one !== 'open'))
      expect(take(status, '2020-12-21')).toEqual(['submittedMeanwhile']);
  });

  it('what was drafted counts nowhere; files of a criterion stay to be looked at', () => {
    const lines = (['self', 'review', 'deliberation'] as const).map((stage) => ({ stage }));
    const proofs = [{ bonusId: null }, { bonusId: 'b' }];
    expect(withoutClaims({ lines, proofs, bonus: ['创新'], siteChecks: 2 })).toEqual({
      ...{ lines: lines.slice(1), proofs: [{ bonusId: null }], bonus: [], siteChecks: 2 },
    });
    const drafted = { summary: '草稿', problems: '无', nextSteps: null, version: 3 };
    expect(unwritten(drafted)).toEqual({ summary: null, problems: null, nextSteps: null, version: 3 });
  });
});
