import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sightingOf } from '@/lib/domain/inspections/repeats';
import type { EarlierFinding } from '@/lib/domain/inspections/types';
import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';

const day = (n: number) => addDays('2020-04-01' as CalendarDate, n);
const one = (more: Partial<EarlierFinding>): EarlierFinding => ({
  ...{ id: 'f1', check: 'S-01', compoundId: 'c1', buildingId: null, status: 'closed', repeatNo: 1 },
  ...{ inspectedOn: day(0), rectifiedOn: day(3), recheckedOn: day(4) },
  ...more,
});
const wrong = (on: number, more: object = {}) => ({
  ...{ check: 'S-01', compoundId: 'c1', buildingId: null, on: day(on) },
  ...more,
});

describe('a point that is wrong', () => {
  it.each<[string, ReturnType<typeof sightingOf>, object]>([
    ['where nothing was', sightingOf(wrong(5), []), { kind: 'new' }],
    ['closed before', sightingOf(wrong(5), [one({})]), { kind: 'repeat', of: 'f1', no: 2 }],
    ['closed that very day', sightingOf(wrong(4), [one({})]), { kind: 'repeat', of: 'f1', no: 2 }],
    ['closed since, told late', sightingOf(wrong(2), [one({})]), { kind: 'past', of: 'f1' }],
    ['found only later, and closed', sightingOf(wrong(-1), [one({})]), { kind: 'new' }],
    ['still open', sightingOf(wrong(9), [one({ status: 'open' })]), { kind: 'again', of: 'f1', reopens: false }],
    ['open, told late', sightingOf(wrong(-1), [one({ status: 'open' })]), { kind: 'again', of: 'f1', reopens: false }],
    [
      'reported right before',
      sightingOf(wrong(3), [one({ status: 'rectified' })]),
      { kind: 'again', of: 'f1', reopens: true },
    ],
    [
      'reported right since',
      sightingOf(wrong(2), [one({ status: 'rectified' })]),
      { kind: 'again', of: 'f1', reopens: false },
    ],
    ['at another building', sightingOf(wrong(9, { buildingId: 'b1' }), [one({ status: 'open' })]), { kind: 'new' }],
    ['in another compound', sightingOf(wrong(9, { compoundId: 'c2' }), [one({})]), { kind: 'new' }],
    ['at another point', sightingOf(wrong(9, { check: 'S-02' }), [one({})]), { kind: 'new' }],
    [
      'for the third time',
      sightingOf(wrong(20), [one({}), one({ id: 'f2', repeatNo: 2, inspectedOn: day(9), recheckedOn: day(12) })]),
      { kind: 'repeat', of: 'f2', no: 3 },
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  // what an office does with one point, day by day: finds it wrong, or closes what is open
  it('in any order of days: never two open, and each repeat counts one more than the one it names', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('wrong', 'close'), fc.integer({ min: 0, max: 3 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(acts, (story) => {
        const kept: EarlierFinding[] = [];
        let now = 0;
        for (const [act, later] of story) {
          now += later;
          const open = kept.find(({ status }) => status !== 'closed');
          if (act === 'close') {
            if (open) Object.assign(open, { status: 'closed', rectifiedOn: day(now), recheckedOn: day(now) });
            continue;
          }
          const sighting = sightingOf(wrong(now), kept);
          expect(sighting.kind).toBe(open ? 'again' : kept.length === 0 ? 'new' : 'repeat');
          if (sighting.kind === 'again' || sighting.kind === 'past') continue;
          const repeatNo = sighting.kind === 'repeat' ? sighting.no : 1;
          kept.push(
            one({ id: `f${kept.length + 1}`, status: 'open', inspectedOn: day(now), recheckedOn: null, repeatNo }),
          );
        }
        expect(kept.filter(({ status }) => status !== 'closed').length).toBeLessThanOrEqual(1);
        expect(kept.map(({ repeatNo }) => repeatNo)).toEqual(kept.map((_, at) => at + 1));
      }),
    );
  });
});
