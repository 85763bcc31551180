import { describe, expect, test } from 'vitest';
import { attemptReasons, opinionReasons } from '@/lib/domain/acceptance/attempts';
import { type Conclusion, concludeReasons, conclusionText } from '@/lib/domain/acceptance/conclude';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';

const kinds = workflowOf(chuxiong2020).acceptanceParties;
const required = kinds.filter((kind) => kind.required);
const opinions = kinds.map(({ code, name }) => ({ id: code, party: code, name, opinion: 'agree' as const }));
const good: Conclusion = {
  outcome: 'passed',
  conclusion: null,
  projectStatus: 'active',
  heldOn: day('2020-07-10'),
  today: day('2020-07-10'),
  construction: { completed: true, on: day('2020-06-30') },
  kinds,
  opinions,
  answered: new Set(),
};
const against = (facts: Partial<Conclusion>) => concludeReasons({ ...good, ...facts });
const codes = (facts: Partial<Conclusion>) => against(facts).map(({ code }) => code);

describe('passing', () => {
  test('all parties of P三(三)9 are there and agree', () => expect(codes({})).toEqual([]));
  test('the policy names six of them', () => expect(required).toHaveLength(6));
  test.each(required.map(({ code, name }) => [name, code]))('without %s it does not pass', (name, code) => {
    const reasons = against({ opinions: opinions.filter(({ party }) => party !== code) });
    expect(reasons).toMatchObject([{ code: 'acceptance.partyMissing', params: { party: name } }]);
  });
  test.each(kinds.map(({ name, code }) => [name, code]))('when %s disagrees it does not pass', (name, code) => {
    const said = opinions.map((one) => (one.party === code ? { ...one, opinion: 'disagree' as const } : one));
    expect(against({ opinions: said })).toMatchObject([{ code: 'acceptance.disagrees', params: { name } }]);
  });
  test('each condition is answered, one by one', () => {
    const said = opinions.map((one, at) => (at < 2 ? { ...one, opinion: 'conditions' as const } : one));
    expect(codes({ opinions: said })).toEqual(['acceptance.conditionsOpen', 'acceptance.conditionsOpen']);
    expect(codes({ opinions: said, answered: new Set([opinions[0]?.id ?? '']) })).toEqual([
      'acceptance.conditionsOpen',
    ]);
    expect(codes({ opinions: said, answered: new Set(opinions.map(({ id }) => id)) })).toEqual([]);
  });
  test.each([
    [{ construction: { completed: false, on: null } }, 'acceptance.constructionNotComplete'],
    [{ heldOn: day('2020-06-29') }, 'acceptance.heldBeforeCompletion'],
    [{ today: day('2020-07-09') }, 'acceptance.heldInFuture'],
    [{ projectStatus: 'suspended' }, 'acceptance.projectNotActive'],
    [{ projectStatus: 'withdrawn' }, 'acceptance.projectNotActive'],
  ] as [Partial<Conclusion>, string][])('%o: %s', (facts, code) => expect(codes(facts)).toEqual([code]));
  test('on the day construction was complete it can be held', () =>
    expect(codes({ heldOn: day('2020-06-30') })).toEqual([]));
  test('all reasons at once', () =>
    expect(codes({ opinions: [], construction: { completed: false, on: null } })).toHaveLength(1 + required.length));
});

describe('failing', () => {
  test('says why, and needs nobody to agree', () => {
    const failed = { outcome: 'failed' as const, opinions: [], construction: { completed: false, on: null } };
    expect(codes(failed)).toEqual(['acceptance.noConclusion']);
    expect(codes({ ...failed, conclusion: '屋面渗漏未整改' })).toEqual([]);
  });
});

test.each([
  ['active', [], []],
  ['active', ['failed'], []],
  ['active', ['draft'], ['acceptance.underWay']],
  ['active', ['failed', 'passed'], ['acceptance.passedAlready']],
  ['suspended', [], ['acceptance.projectNotActive']],
] as const)('another attempt of a project that is %s after %o: %o', (status, earlier, expected) => {
  expect(attemptReasons(status, earlier).map(({ code }) => code)).toEqual(expected);
});

describe('an opinion', () => {
  const one = {
    party: 'town',
    name: '金山镇',
    opinion: 'agree' as const,
    remarks: null,
    status: 'draft' as const,
    fileOfOther: false,
    kinds,
    others: [] as { party: string; name: string }[],
  };
  test.each([
    [{}, []],
    [{ opinion: 'conditions' as const }, ['acceptance.noRemarks']],
    [{ opinion: 'disagree' as const }, ['acceptance.noRemarks']],
    [{ opinion: 'disagree' as const, remarks: '路面未恢复' }, []],
    [{ others: [{ party: 'town', name: '广通镇' }] }, ['acceptance.partyTwice']],
    [{ party: 'department', others: [{ party: 'department', name: '财政局' }] }, []],
    [
      { party: 'department', name: '财政局', others: [{ party: 'department', name: '财政局' }] },
      ['acceptance.nameTwice'],
    ],
    [{ party: 'mayor' }, ['acceptance.partyUnknown']],
    [{ status: 'passed' as const }, ['acceptance.concluded']],
    [{ fileOfOther: true }, ['archive.fileOfOther']],
  ])('%o: %o', (facts, expected) => {
    expect(opinionReasons({ ...one, ...facts }).map(({ code }) => code)).toEqual(expected);
  });
});

test('the conclusion keeps how each condition was met', () => {
  expect(conclusionText('同意。', [{ name: '财政局', answer: '已补齐' }])).toBe(
    '同意。\n财政局所提意见的落实情况：已补齐',
  );
  expect(conclusionText(null, [])).toBeNull();
});
