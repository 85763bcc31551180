import { expect, test } from 'vitest';
import type { TallyView } from '@/lib/domain/votes/answers';
import type { GridHome } from '@/lib/domain/votes/grid';
import { laterOf, movedBallots, type Picture, type Pulse, withPulse } from '@/lib/domain/votes/pulse';

const home = (id: string, ballotId: string | null = null, more: Partial<GridHome> = {}): GridHome => ({
  id,
  buildingId: 'b1',
  buildingName: '1栋',
  unitNo: '1',
  room: id,
  storey: 1,
  area: '80.00',
  voter: 1,
  voterDwellings: 1,
  owners: [{ name: '王*', kind: 'person' }],
  ballotId,
  choice: ballotId === null ? null : 'agree',
  checked: false,
  door: null,
  doorOn: null,
  formNo: null,
  signs: [],
  doorNote: null,
  ...more,
});
const tally = (returned: number) => ({ returned }) as TallyView;
const picture: Picture = {
  building: { id: 'b1', name: '1栋' },
  seq: 4,
  asOf: '2026-11-26T12:00:00.000Z',
  tally: tally(1),
  verdict: null,
  buildings: [],
  homes: [home('101', 'x'), home('102'), home('201')],
  elsewhere: [
    { voter: 1, id: 'far', buildingId: 'b2', where: '2栋 101', choice: null },
    { voter: 2, id: 'further', buildingId: 'b2', where: '2栋 102', choice: 'agree' },
  ],
};
const pulse = (more: object = {}, asOf = '2026-11-26T12:00:15.000Z'): Pulse => ({
  seq: 5,
  asOf,
  status: 'open',
  changed: { tally: tally(2), verdict: null, buildings: [], homes: [], elsewhere: [], ...more },
});

test('nothing new leaves the very picture', () => {
  expect(withPulse(picture, { ...pulse(), changed: null })).toBe(picture);
});

test('what is older than the picture, because the page was read anew meanwhile, changes nothing', () => {
  expect(withPulse(picture, pulse({ homes: [home('102', 'y')] }, '2026-11-26T11:59:59.000Z'))).toBe(picture);
});

test('only the household that changed is another value; sums and link follow', () => {
  // 101 comes along although it did not change: it is drawn no second time
  const next = withPulse(picture, pulse({ homes: [home('102', 'y'), home('101', 'x'), home('999', 'z')] }));
  expect(next).toMatchObject({ seq: 5, tally: { returned: 2 }, building: { id: 'b1' } });
  expect(next.homes.map(({ id, choice }) => [id, choice])).toEqual([
    ['101', 'agree'],
    ['102', 'agree'],
    ['201', null],
  ]);
  expect(next.homes[0]).toBe(picture.homes[0]);
  expect(next.homes[2]).toBe(picture.homes[2]);
});

test('of dwellings elsewhere the choice follows, also when a ballot was annulled', () => {
  const far = [
    { id: 'far', choice: 'disagree' as const },
    { id: 'further', choice: null },
  ];
  expect(withPulse(picture, pulse({ elsewhere: far })).elsewhere.map(({ choice }) => choice)).toEqual([
    'disagree',
    null,
  ]);
  expect(withPulse(picture, pulse()).elsewhere).toEqual(picture.elsewhere);
});

test('pulse upon pulse is the same as one that tells it all', () => {
  const first = withPulse(picture, pulse({ homes: [home('102', 'y')] }));
  const second = withPulse(first, {
    ...pulse({ homes: [home('102', 'z', { choice: 'abstain' }), home('201', 'w')] }, '2026-11-26T12:00:30.000Z'),
    seq: 7,
  });
  const once = withPulse(picture, {
    ...pulse({ homes: [home('201', 'w'), home('102', 'z', { choice: 'abstain' })] }, '2026-11-26T12:00:30.000Z'),
    seq: 7,
  });
  expect(second).toEqual(once);
});

test('the later of page and pulse is shown, and never that of another building', () => {
  const live = withPulse(picture, pulse());
  expect(laterOf(picture, undefined)).toBe(picture);
  expect(laterOf(picture, live)).toBe(live);
  const anew = { ...picture, seq: 9, asOf: '2026-11-26T12:00:20.000Z' };
  expect(laterOf(anew, live)).toBe(anew);
  const other = { ...picture, building: { id: 'b2', name: '2栋' } };
  expect(laterOf(other, live)).toBe(other);
});

test('a ballot that was recorded, corrected or annulled is another one; a second look or a visit is not', () => {
  const before = [home('101', 'a'), home('102'), home('201', 'c'), home('202')];
  const after = [
    home('101', 'a', { checked: true }),
    home('102', 'b'),
    home('201', 'd', { choice: null }),
    home('202', null, { door: 'nobody_in' }),
  ];
  expect(movedBallots(before, after).map(({ id }) => id)).toEqual(['102', '201']);
});
