import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { contradictionsOf, type Neighbours } from '@/lib/domain/stages/contradictions';
import { permitsOf } from '@/lib/domain/stages/permits';
import type { ProjectFacts, Touches } from '@/lib/domain/stages/types';
import { compound, day, whole } from './facts';

const none: Neighbours = { otherYears: [], doneTwice: [] };
const said = (facts: ProjectFacts, neighbours = none) =>
  contradictionsOf(facts, neighbours, chuxiong2020).map(({ reason, href }) => [reason.code, href]);

describe('records that cannot all be right', () => {
  it('are none in a project that is in order', () => expect(said(whole(11, null))).toEqual([]));

  it('the same compound in two years', () => {
    const otherYears = [{ compoundId: 'c1', projectId: 'y', code: '532302-2019-001', year: 2019 }];
    const [found] = contradictionsOf(whole(3), { ...none, otherYears }, chuxiong2020);
    expect(found).toEqual({
      href: '/projects/y',
      reason: { code: 'contradiction.twoYears', params: { name: '粮食局家属院', code: '532302-2019-001', year: 2019 } },
    });
  });

  it('a vote dated before its notice, a list published before the vote was certified', () => {
    const early = { ...compound, roundTwo: { ...compound.roundTwo, openedOn: day('2020-05-09') } };
    expect(said({ ...whole(6), compounds: [early] })).toEqual([['contradiction.voteBeforeNotice', '/votes/r2']]);
    const rash = { ...compound, roundOne: { ...compound.roundOne, certifiedOn: day('2020-03-02') } };
    expect(said({ ...whole(6), compounds: [rash] })).toEqual([['contradiction.listBeforeVote', '/notices/n1']]);
  });

  it('a retired compound, dates out of order, a plan that costs other than the estimate, an item done twice', () => {
    const facts = { ...whole(4), estimate: 1n, compounds: [{ ...compound, active: false }] };
    const stages = facts.stages.map((one) => (one.stage === 2 ? { ...one, statedOn: day('2019-12-31') } : one));
    const doneTwice = [{ item: 'B-R01', place: '1栋', projectId: 'y', code: '532302-2019-001' }];
    expect(said({ ...facts, stages }, { ...none, doneTwice })).toEqual([
      ['contradiction.compoundRetired', '/compounds/c1'],
      ['contradiction.datesOutOfOrder', '/projects/x/stages#stage-2'],
      ['contradiction.costNotEstimate', '/projects/x#figures'],
      ['contradiction.itemTwice', '/projects/y/works'],
    ]);
  });
});

it('items done twice are one line for each other project, the first of them by name', () => {
  const twice = (item: string, projectId: string) => ({ item, place: '1栋', projectId, code: `code-${projectId}` });
  const doneTwice = [...['B-R01', 'B-R02', 'B-R05', 'B-R08'].map((item) => twice(item, 'y')), twice('B-R01', 'z')];
  const found = contradictionsOf(whole(11, null), { ...none, doneTwice }, chuxiong2020);
  expect(found.map(({ href, reason }) => [href, reason.params?.count, reason.params?.items])).toEqual([
    ['/projects/y/works', 4, '1栋 屋面渗漏修缮、1栋 整治私搭乱建、1栋 单元楼道整修等'],
    ['/projects/z/works', 1, '1栋 屋面渗漏修缮'],
  ]);
});

describe('the green channel (P四(三)3)', () => {
  const of = (newLand: boolean | null, newPipelines: boolean | null, structuralWork: boolean | null) => {
    const touches: Touches = { newLand, newPipelines, structuralWork };
    const { green, touched, unknown, needed, spared } = permitsOf(chuxiong2020, touches);
    return [green, touched.length, unknown.length, needed.map(({ code }) => code), spared.length];
  };
  const both = ['siteSelection', 'landUsePlanning'];
  it('is open when none of the three is touched', () => expect(of(false, false, false)).toEqual([true, 0, 0, [], 2]));
  it('is closed by any one of them', () => {
    expect(of(true, false, false)).toEqual([false, 1, 0, both, 0]);
    expect(of(false, true, null)).toEqual([false, 1, 0, both, 0]);
    expect(of(true, true, true)).toEqual([false, 3, 0, both, 0]);
  });
  it('is not decided while something is not said', () => expect(of(false, null, false)).toEqual([false, 0, 1, [], 0]));
});
