import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { between, facadeOf, STEPS, stepFrom } from '@/components/buildings/facade';

const home = (unitNo: string, room: string, storey: number | null = null) => ({
  id: `${unitNo}-${room}`,
  unitNo,
  room,
  storey,
});

/** Two staircases of three storeys; the second has shops below and one door more on each storey. */
const HOUSE = facadeOf([
  ...['101', '102', '201', '202', '301', '302'].map((room) => home('1', room)),
  ...['201', '202', '203', '301', '302', '303'].map((room) => home('2', room)),
]);

describe('the house as it stands', () => {
  test('units stand beside each other, storey by storey from the top', () => {
    expect(HOUSE.storeys).toEqual([3, 2, 1]);
    expect(HOUSE.units.map(({ rows }) => rows.map((row) => row.map(({ room }) => room)))).toEqual([
      [
        ['301', '302'],
        ['201', '202'],
        ['101', '102'],
      ],
      [['301', '302', '303'], ['201', '202', '203'], []],
    ]);
  });

  test.each([
    ['1-302', 'right', '2-301'],
    ['2-301', 'left', '1-302'],
    ['1-301', 'down', '1-201'],
    ['1-301', 'up', '1-301'],
    ['2-203', 'down', '2-203'],
    ['1-301', 'storeyEnd', '2-303'],
    ['2-303', 'storeyStart', '1-301'],
    ['2-203', 'first', '1-301'],
    ['1-301', 'last', '1-102'],
    ['1-102', 'nextUnit', '2-201'],
    ['2-303', 'previousUnit', '1-301'],
  ] as const)('from %s %s is %s', (from, step, to) => {
    expect(stepFrom(HOUSE, from, step)).toBe(to);
  });

  test('what lies between two doors is a rectangle of the house', () => {
    expect(between(HOUSE, '1-302', '2-201').sort()).toEqual(['1-202', '1-302', '2-201', '2-301']);
    expect(between(HOUSE, '1-101', '1-101')).toEqual(['1-101']);
  });
});

const homes = fc.uniqueArray(
  fc.record({
    unitNo: fc.constantFrom('1', '2', '3', ''),
    room: fc.integer({ min: 101, max: 1_299 }).map(String),
    storey: fc.option(fc.integer({ min: -1, max: 12 })),
  }),
  { minLength: 1, maxLength: 60, selector: ({ unitNo, room }) => `${unitNo}-${room}` },
);

describe('whatever the house', () => {
  test('every dwelling has a place of its own, and is drawn once', () => {
    fc.assert(
      fc.property(homes, (list) => {
        const facade = facadeOf(list.map(({ unitNo, room, storey }) => home(unitNo, room, storey)));
        const places = [...facade.places.values()].map(({ row, column }) => `${row}/${column}`);
        expect(new Set(places).size).toBe(list.length);
        expect(facade.order.flat()).toHaveLength(list.length);
        expect(facade.units.flatMap(({ rows }) => rows.flat())).toHaveLength(list.length);
      }),
    );
  });

  test('no step leaves the house, and from the first door every other can be reached', () => {
    fc.assert(
      fc.property(homes, (list) => {
        const facade = facadeOf(list.map(({ unitNo, room, storey }) => home(unitNo, room, storey)));
        const start = stepFrom(facade, 'nowhere', 'first');
        const seen = new Set([start]);
        for (const from of seen) for (const step of STEPS) seen.add(stepFrom(facade, from, step));
        expect(seen.size).toBe(list.length);
        expect([...seen].every((id) => facade.places.has(id))).toBe(true);
      }),
    );
  });

  test('the rectangle is the same from either end, and holds both', () => {
    fc.assert(
      fc.property(homes, fc.nat(), fc.nat(), (list, one, other) => {
        const all = list.map(({ unitNo, room, storey }) => home(unitNo, room, storey));
        const facade = facadeOf(all);
        const [a = '', b = ''] = [all[one % all.length]?.id, all[other % all.length]?.id];
        const found = between(facade, a, b);
        expect(found).toEqual(between(facade, b, a));
        expect(found).toEqual(expect.arrayContaining([a, b]));
      }),
    );
  });
});
