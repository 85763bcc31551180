import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualified, refersTo } from '@/lib/domain/imports/compound-reference';
import { qualifierAmong, standingThere, toldApart, type Whereabouts } from '@/lib/domain/imports/same-name';

const at = (
  subdistrict: string | null,
  community: string | null = null,
  address: string | null = null,
): Whereabouts => ({
  subdistrict,
  community,
  address,
});

describe('two compounds of one name', () => {
  it.each([
    ['another subdistrict', at('金山镇'), at('广通镇'), 'apart'],
    ['another community of one subdistrict', at('金山镇', '金山社区'), at('金山镇', '东河社区'), 'apart'],
    [
      'another subdistrict, whatever the address',
      at('金山镇', null, '文化路1号'),
      at('广通镇', null, '文化路1号'),
      'apart',
    ],
    [
      'another address only: perhaps one place written twice',
      at('金山镇', null, '文化路1号'),
      at('金山镇', null, '文化路9号'),
      'perhaps',
    ],
    ['the same place', at('金山镇', '金山社区', '文化路1号'), at('金山镇', '金山社区', '文化路1号'), 'not'],
    ['the same place in other letters', at('金山镇', null, '文化路１号'), at('金山镇 ', null, '文化路 1号'), 'not'],
    ['a place left blank says nothing', at('金山镇'), at(null), 'not'],
    ['nothing said at all', at(null), at(null), 'not'],
  ] as const)('%s', (_, one, other, expected) => {
    expect(toldApart(one, other)).toBe(expected);
    expect(toldApart(other, one)).toBe(expected);
  });

  const place = fc.constantFrom(null, '甲', '乙', '丙');
  const anywhere = fc.record({ subdistrict: place, community: place, address: place });

  it('a row is never told apart from itself', () => {
    fc.assert(fc.property(anywhere, (where) => toldApart(where, where) === 'not'));
  });

  it('what a row means stands where it says, and no other does', () => {
    fc.assert(
      fc.property(anywhere, fc.array(anywhere, { maxLength: 4 }), (row, known) => {
        const meant = standingThere(row, known, (one) => one);
        if (meant === null) return;
        expect(toldApart(row, meant)).toBe('not');
        const twins = known.filter((one) => one !== meant && JSON.stringify(one) === JSON.stringify(meant));
        expect(twins).toEqual([]);
      }),
    );
  });

  it('is nobody where two stand there, or the row says no place', () => {
    const known = [at('金山镇', '金山社区'), at('广通镇')];
    const find = (row: Whereabouts) => standingThere(row, known, (one) => one);
    expect(find(at('金山镇'))).toBe(known[0]);
    expect(find(at('广通镇', '甸尾社区'))).toBe(known[1]);
    expect(find(at(null))).toBeNull();
    expect(find(at('仁兴镇'))).toBeNull();
    expect(standingThere(at('金山镇'), [at('金山镇'), at('金山镇')], (one) => one)).toBeNull();
  });
});

describe('how a cell says which of them', () => {
  it('by the widest place that only it stands in', () => {
    const all = [at('金山镇', '金山社区', '文化路1号'), at('金山镇', '东河社区'), at('广通镇', '东河社区')];
    const others = (n: number) => all.filter((_, index) => index !== n);
    expect(all.map((one, n) => qualifierAmong(one, others(n)))).toEqual(['金山社区', null, '广通镇']);
    expect(qualifierAmong(at(null, null, '文化路1号'), [at(null, null, '文化路9号')])).toBe('文化路1号');
  });

  it('name and place in brackets are understood, and mean no other place', () => {
    const one = {
      id: '1',
      name: '建行小区',
      code: '532302-0001',
      aliases: [],
      standsIn: ['金山镇', '文化路（老街）1号'],
    };
    for (const written of [
      '建行小区（金山镇）',
      '建行小区(金山镇)',
      '建行小区（ 文化路（老街）１号 ）',
      '建行小区（532302-0001）',
    ])
      expect(refersTo(written, one), written).toBe(true);
    for (const written of ['建行小区（广通镇）', '农行小区（金山镇）', '金山镇', '（金山镇）'])
      expect(refersTo(written, one), written).toBe(false);
    expect(qualified('五建小区（原五建家属院）（金山镇）')).toEqual({
      qualifier: '金山镇',
      name: '五建小区(原五建家属院)',
    });
  });
});
