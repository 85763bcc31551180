import { describe, expect, test } from 'vitest';
import { type Filing, filingReasons, mayFile, withdrawalReasons } from '@/lib/domain/archive/filing';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';

const workflow = workflowOf(chuxiong2020);
const kindOf = (code: string) => {
  const kind = workflow.papers.find((one) => one.code === code);
  if (!kind) throw new Error(code);
  return kind;
};
const day = calendarDateOf;
const codes = (facts: Partial<Filing>) => filingReasons({ ...good, ...facts }).map(({ code }) => code);
const good: Filing = {
  kind: kindOf('designApproval'),
  filers: true,
  projectStatus: 'active',
  stageCompleted: false,
  supersedes: false,
  documentNo: '禄住建复〔2020〕3号',
  issuedOn: day('2020-06-30'),
  issuer: '禄丰市住建局',
  note: null,
  today: day('2020-06-30'),
  fileOfOther: false,
  compoundOfProject: true,
};

describe('who files what', () => {
  test.each([
    ['technicalReview', 'prefecture_bureau', true],
    ['technicalReview', 'county_bureau', false],
    ['technicalReview', 'implementing_entity', false],
    ['designApproval', 'county_bureau', true],
    ['designApproval', 'prefecture_bureau', false],
    ['designApproval', 'implementing_entity', false],
    ['design', 'implementing_entity', true],
    ['design', 'county_bureau', true],
    ['design', 'prefecture_bureau', false],
    ['managementPlan', 'community', true],
    ['finalAccount', 'town', true],
  ] as const)('%s by %s: %s', (kind, role, may) => {
    expect(mayFile(workflow, kind, [role])).toBe(may);
  });
  test('a bureau that implements itself files what the entity files', () => {
    expect(mayFile(workflow, 'designApproval', ['county_bureau', 'implementing_entity'])).toBe(true);
  });
});

describe('what stands against filing', () => {
  test('nothing against a whole paper of today', () => expect(codes({})).toEqual([]));
  test.each([
    [{ documentNo: null }, 'archive.noNumber'],
    [{ issuedOn: null }, 'archive.noDate'],
    [{ issuer: null }, 'archive.noIssuer'],
    [{ issuedOn: day('2020-07-01') }, 'archive.dateInFuture'],
    [{ filers: false }, 'archive.notYours'],
    [{ projectStatus: 'withdrawn' }, 'archive.projectWithdrawn'],
    [{ fileOfOther: true }, 'archive.fileOfOther'],
    [{ compoundOfProject: false }, 'archive.compoundOfOther'],
    [{ supersedes: true, stageCompleted: true }, 'archive.whyLater'],
  ] as [Partial<Filing>, string][])('%o: %s', (facts, code) => expect(codes(facts)).toEqual([code]));
  test('all reasons at once', () => {
    const all = { documentNo: null, issuedOn: null, issuer: null, fileOfOther: true, filers: false };
    expect(codes(all)).toHaveLength(5);
  });
  test('a plain paper needs no number, and one that is suspended can be filed for', () => {
    const plain = { kind: kindOf('design'), documentNo: null, issuedOn: null, issuer: null };
    expect(codes({ ...plain, projectStatus: 'suspended' })).toEqual([]);
  });
  test('a later version in a completed stage says why, and then goes in', () => {
    expect(codes({ supersedes: true, stageCompleted: true, note: '变更后重新批复' })).toEqual([]);
    expect(codes({ supersedes: true })).toEqual([]);
  });
});

test.each([
  [{}, []],
  [{ status: 'superseded' }, ['archive.notCurrent']],
  [{ stageCompleted: true }, ['archive.stageCompleted']],
  [{ filers: false }, ['archive.notYours']],
  [{ projectStatus: 'withdrawn' }, ['archive.projectWithdrawn']],
])('withdrawing %o: %o', (facts, expected) => {
  const base = {
    kind: kindOf('design'),
    status: 'current',
    filers: true,
    projectStatus: 'active',
    stageCompleted: false,
  };
  expect(withdrawalReasons({ ...base, ...facts }).map(({ code }) => code)).toEqual(expected);
});
