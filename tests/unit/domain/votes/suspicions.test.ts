import { describe, expect, it } from 'vitest';
import { type SeenBallot, suspicionsOf } from '@/lib/domain/votes/suspicions';

const start = Date.parse('2020-05-01T10:00:00Z');
const ballot = (at: number, more: Partial<SeenBallot> = {}): SeenBallot => ({
  id: `b${at}`,
  householdId: `h${at}`,
  choice: at % 4 === 0 ? 'disagree' : 'agree',
  channel: 'paper',
  source: 'single',
  recordedBy: at % 2 === 0 ? 'chen' : 'shi',
  recordedAt: new Date(start + at * 60_000),
  collectedAt: new Date(start + at * 60_000),
  deviceAt: null,
  formPrintedAt: new Date(start),
  formSerial: (at * 7) % 40,
  photoSha256: `p${at}`,
  samePhoto: 0,
  ...more,
});
const many = (count: number, more: (at: number) => Partial<SeenBallot> = () => ({})) =>
  Array.from({ length: count }, (_, at) => ballot(at, more(at)));
const codes = (ballots: SeenBallot[], roll = 40) => suspicionsOf(ballots, roll).map(({ code }) => code);

describe('signs that somebody should look', () => {
  it('an ordinary round shows none', () => expect(codes(many(30))).toEqual([]));

  it('five in a row by one hand, less than three seconds apart', () => {
    const quick = (gap: number) => many(6, (at) => ({ recordedBy: 'chen', recordedAt: new Date(start + at * gap) }));
    expect(suspicionsOf(quick(2_000), 40)).toMatchObject([{ code: 'tooFast', count: 6 }]);
    expect(codes(quick(3_000))).toEqual([]);
    expect(codes(quick(2_000).map((one) => ({ ...one, source: 'many' })))).toEqual([]);
    expect(codes(quick(2_000).slice(0, 4))).toEqual([]);
  });

  it('everything by one account, once there are twenty', () => {
    expect(codes(many(20, () => ({ recordedBy: 'chen' })))).toEqual(['oneAccount']);
    expect(codes(many(19, () => ({ recordedBy: 'chen' })))).toEqual([]);
  });

  it('every household of the roll agrees', () => {
    expect(
      codes(
        many(20, () => ({ choice: 'agree' })),
        20,
      ),
    ).toEqual(['unanimous']);
    expect(
      codes(
        many(20, () => ({ choice: 'agree' })),
        21,
      ),
    ).toEqual([]);
  });

  it('forms that come back in the very order of printing', () => {
    expect(codes(many(20, (at) => ({ formSerial: at + 1, recordedBy: 'chen' })))).toEqual(['oneAccount', 'formOrder']);
    expect(codes(many(20, (at) => ({ formSerial: 20 - at, recordedBy: at === 0 ? 'shi' : 'chen' })))).toEqual([]);
  });

  it('forms that came back on a day before they were printed', () => {
    const printed = new Date('2020-05-02T01:00:00+08:00');
    const collected = (at: string) => many(3, () => ({ formPrintedAt: printed, collectedAt: new Date(at) }));
    expect(suspicionsOf(collected('2020-05-01T23:59:59+08:00'), 40)).toMatchObject([{ code: 'formEarly', count: 3 }]);
    // a paper says the day and not the hour
    expect(codes(collected('2020-05-02T00:00:00+08:00'))).toEqual([]);
    expect(codes(many(3, () => ({ formPrintedAt: null, collectedAt: new Date(0) })))).toEqual([]);
  });

  it('a photo that another household has too, and a phone a day ahead', () => {
    expect(
      suspicionsOf(
        many(3, (at) => ({ samePhoto: at === 1 ? 1 : 0 })),
        40,
      ),
    ).toMatchObject([{ code: 'photoRepeated', count: 1, ballotIds: ['b1'] }]);
    expect(codes(many(3, (at) => (at === 2 ? { deviceAt: new Date(start + 3 * 86_400_000) } : {})))).toEqual([
      'clockOff',
    ]);
    // a phone that was offline for days states an earlier time: nothing odd
    expect(codes(many(3, () => ({ deviceAt: new Date(start - 3 * 86_400_000) })))).toEqual([]);
  });
});
