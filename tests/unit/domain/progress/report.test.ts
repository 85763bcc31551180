import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { reportDifferences } from '@/lib/domain/progress/differences';
import {
  againstWriting,
  correctionAnswerReasons,
  correctionReasons,
  reportReasons,
  returnReasons,
  reviewReasons,
} from '@/lib/domain/progress/report';
import { begun, contentOf, sendingOf, upToDate } from '@/lib/domain/progress/sending';
import { placeKey } from '@/lib/domain/projects/completions';
import { at, content, ground, month, ROAD, ROOF, work } from './made';

const roof = (percent: number, more = {}) => at('B-R01', percent, { buildingId: 'b1', ...more });
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
const sent = (items: Parameters<typeof content>[0], more = {}) => codes(reportReasons(content(items), ground(more)));

describe('a report is sent', () => {
  it('when every planned item has its percentage', () => {
    expect(sent([at('C-R07', 40), roof(0)])).toEqual([]);
    expect(sent([at('C-R07', 40)])).toEqual(['report.itemMissing']);
  });
  it('110 %, −1 % and half percents are refused with the item’s name', () => {
    expect(reportReasons(content([at('C-R07', 110), roof(-1)]), ground())).toEqual([
      { code: 'report.percentOutside', params: { name: '小区 C-R07', found: 110 }, field: 'items.0.percent' },
      { code: 'report.percentOutside', params: { name: 'b1 B-R01', found: -1 }, field: 'items.1.percent' },
    ]);
    expect(sent([at('C-R07', 12.5), roof(0)])).toEqual(['report.percentOutside']);
  });
  it('a month that has not begun is not; on its first day it may be', () => {
    const may = { month: month('2020-07'), today: calendarDateOf('2020-06-30') };
    expect(sent([at('C-R07', 1), roof(0)], may)).toEqual(['report.notBegun']);
    expect(sent([at('C-R07', 1), roof(0)], { ...may, today: calendarDateOf('2020-07-01') })).toEqual([]);
  });
  it('in the order of the months, from the project’s first on', () => {
    expect(sent([at('C-R07', 1), roof(0)], { lacking: month('2020-04') })).toEqual(['report.outOfOrder']);
    expect(sent([at('C-R07', 1), roof(0)], { later: month('2020-06') })).toEqual(['report.laterSent']);
    expect(sent([at('C-R07', 1), roof(0)], { from: month('2020-06') })).toEqual(['report.beforeProject']);
  });
  it('goes back only with a reason', () => {
    const last = new Map([[placeKey(ROAD), 60]]);
    expect(sent([at('C-R07', 50), roof(0)], { last })).toEqual(['report.backwards']);
    expect(sent([at('C-R07', 50, { backReason: '返工' }), roof(0)], { last })).toEqual([]);
  });
  it('is at 100 when it is registered complete, and not before', () => {
    const completed = new Set([placeKey(ROOF)]);
    expect(sent([at('C-R07', 100), roof(100)], { completed })).toEqual(['report.notCompleted']);
    expect(sent([at('C-R07', 99), roof(90)], { completed })).toEqual(['report.completedItem']);
    expect(sent([at('C-R07', 99), roof(100)], { completed })).toEqual([]);
  });
  it('what is not planned, or stands twice, is refused', () =>
    expect(sent([at('C-R07', 1), at('C-R07', 2), roof(0), at('C-I01', 5)])).toEqual([
      'report.twice',
      'report.notPlanned',
    ]));
  it('before stage 8 nothing is built', () => {
    expect(sent([], { stage: 5 })).toEqual([]);
    expect(sent([at('C-R07', 5)], { stage: 7 })).toEqual(['report.notBuilding']);
  });
});

describe('a report is looked at', () => {
  const asked = { status: 'submitted', sentBy: 'a', reviewer: 'b', ofPrefecture: false, summedUp: false } as const;
  it('by a second person; by the prefecture once the county has summed up', () => {
    expect(reviewReasons(asked)).toEqual([]);
    expect(codes(reviewReasons({ ...asked, reviewer: 'a' }))).toEqual(['report.reviewedBySender']);
    expect(codes(reviewReasons({ ...asked, summedUp: true }))).toEqual(['report.summedUp']);
    expect(reviewReasons({ ...asked, summedUp: true, ofPrefecture: true })).toEqual([]);
  });
  it('a return after acceptance is refused, a return without a remark too', () => {
    expect(codes(returnReasons({ ...asked, status: 'accepted' }, [{ field: 'people', text: '核对人数' }]))).toEqual([
      'report.notWaiting.accepted',
    ]);
    expect(codes(returnReasons(asked, []))).toEqual(['report.remarkMissing']);
  });
  it('is written in until it was sent, and again after a return or a granted correction', () => {
    expect(codes(againstWriting('submitted'))).toEqual(['report.locked.submitted']);
    expect(codes(againstWriting('accepted'))).toEqual(['report.locked.accepted']);
    for (const status of ['draft', 'returned', 'correcting'] as const) expect(againstWriting(status)).toEqual([]);
  });
  it('is corrected on request, which somebody else answers', () => {
    expect(correctionReasons('accepted', false)).toEqual([]);
    expect(codes(correctionReasons('accepted', true))).toEqual(['report.correctionWaiting']);
    expect(codes(correctionReasons('returned', false))).toEqual(['report.notLocked.returned']);
    const answer = {
      status: 'asked',
      askedBy: 'a',
      granted: true,
      note: null,
      reviewer: 'b',
      ofPrefecture: false,
      summedUp: false,
    } as const;
    expect(correctionAnswerReasons(answer)).toEqual([]);
    expect(codes(correctionAnswerReasons({ ...answer, reviewer: 'a' }))).toEqual(['report.correctionOwn']);
    expect(codes(correctionAnswerReasons({ ...answer, granted: false }))).toEqual(['report.correctionNote']);
    expect(codes(correctionAnswerReasons({ ...answer, summedUp: true }))).toEqual(['report.summedUp']);
    expect(codes(correctionAnswerReasons({ ...answer, status: 'granted' }))).toEqual(['report.correctionAnswered']);
  });
});

describe('what a report begins with, and what a reviewer sees of it', () => {
  const last = content([at('C-R07', 60), roof(20)], { people: 9, photos: ['p1'] });
  it('last month’s percentages, 100 for what was registered complete, no money yet', () => {
    const fresh = begun(8, [ROAD, ROOF], last, new Set([placeKey(ROOF)]));
    expect(fresh).toEqual(content([at('C-R07', 60), roof(100)], { people: 9, investment: 0n }));
  });
  it('a draft takes in what was planned since and leaves out what no longer is', () => {
    const more = work('C-R01');
    const fresh = begun(8, [ROAD, more], last, new Set());
    expect(upToDate(content([at('C-R07', 70), roof(30)]), fresh, new Set()).items).toEqual([
      at('C-R07', 70),
      at('C-R01', 0),
    ]);
  });
  it('only what is said otherwise than in the last accepted report', () => {
    const now = content([at('C-R07', 75), roof(20)], { people: 9, investment: 500_000_00n, photos: ['p1', 'p2'] });
    expect(reportDifferences(last, now)).toEqual({
      fields: [],
      items: [
        { place: { compoundId: 'c1', buildingId: null, item: 'C-R07' }, before: 60, after: 75, backReason: null },
      ],
      photos: ['p2'],
    });
    expect(reportDifferences(null, now).fields.map(({ field }) => field)).toEqual(['stage', 'investment', 'people']);
  });
  it('what was sent is read again as it was', () => {
    const planned = [ROAD, ROOF];
    const sending = sendingOf(last, {
      ...{ project: { code: '532302-2020-001', name: '卫生局' }, month: '2020-05', planned },
      photos: [{ fileId: 'p1', sha256: 'x' }],
    });
    expect(sending).toMatchObject({ percentBp: 5000, investment: '500000.00', investmentFen: '50000000' });
    expect(contentOf(JSON.parse(JSON.stringify(sending)))).toEqual(last);
  });
});
