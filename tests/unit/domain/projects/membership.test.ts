import { describe, expect, it } from 'vitest';
import { againstChangingMembers, type Candidate, choiceReasons, memberReasons } from '@/lib/domain/projects/membership';

const compound = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  id: name,
  name,
  county: { id: 'lufeng', name: '禄丰市' },
  status: 'active',
  eligibility: 'eligible',
  elsewhere: null,
  ...more,
});
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe('what is chosen', () => {
  it.each([
    ['nothing', [], [], ['project.noCompounds']],
    ['two that are there', ['甲', '乙'], [compound('甲'), compound('乙')], []],
    ['one twice', ['甲', '甲'], [compound('甲')], ['project.compoundTwice']],
    ['one that nobody sees', ['甲', '丙'], [compound('甲')], ['project.compoundUnknown']],
  ])('%s', (_, chosen, found, expected) => expect(codes(choiceReasons(chosen, found))).toEqual(expected));
});

describe('what may be in a project', () => {
  const other = { code: '532302-2020-001', name: '北门片区' };
  it.each([
    ['eligible compounds of the county', [compound('甲'), compound('乙', { eligibility: 'incomplete' })], []],
    ['retired', [compound('甲', { status: 'retired' })], ['project.compoundClosed']],
    ['merged', [compound('甲', { status: 'merged' })], ['project.compoundClosed']],
    ['ineligible', [compound('甲', { eligibility: 'ineligible' })], ['project.compoundIneligible']],
    ['in another project of the year', [compound('甲', { elsewhere: other })], ['project.compoundTaken']],
    [
      'everything at once',
      [compound('甲', { status: 'retired', eligibility: 'ineligible', elsewhere: other })],
      ['project.compoundClosed', 'project.compoundIneligible', 'project.compoundTaken'],
    ],
  ])('%s', (_, all, expected) => expect(codes(memberReasons('lufeng', all))).toEqual(expected));

  it('two counties are refused with the names', () => {
    const foreign = compound('妥甸小区', { county: { id: 'shuangbai', name: '双柏县' } });
    expect(memberReasons('lufeng', [compound('甲'), foreign])).toEqual([
      { code: 'project.twoCounties', params: { names: '妥甸小区', counties: '双柏县' }, field: 'compoundIds' },
    ]);
  });

  it('the other project is named', () =>
    expect(memberReasons('lufeng', [compound('甲', { elsewhere: other })])[0]?.params).toEqual({
      name: '甲',
      code: '532302-2020-001',
      project: '北门片区',
    }));
});

it.each([1, 2, 3])('in stage %i compounds still come and go', (stage) =>
  expect(againstChangingMembers(stage)).toEqual([]),
);
it.each([4, 10, 11])('in stage %i no more', (stage) =>
  expect(codes(againstChangingMembers(stage))).toEqual(['project.compoundsFixed']),
);
