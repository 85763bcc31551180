import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { MOST_MONEY } from '@/lib/domain/kernel/money-input';
import { type ContractFacts, contractReasons, mayHold } from '@/lib/domain/projects/contracts';
import { fundingReasons } from '@/lib/domain/projects/funding';
import { partyReasons } from '@/lib/domain/projects/parties';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const day = (text: string): CalendarDate => calendarDateOf(text);
const builder = { name: '滇中建工', kinds: ['construction'], retired: false };
const good: ContractFacts = {
  kind: 'construction',
  no: '施-1',
  amount: 100n,
  tenderMethod: 'open',
  awardedOn: day('2020-03-01'),
  signedOn: day('2020-03-10'),
  startOn: day('2020-03-15'),
  endOn: day('2020-06-01'),
  company: builder,
  sameNo: false,
  today: day('2020-03-10'),
};
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe('a contract', () => {
  it.each<[string, Partial<ContractFacts>, string[]]>([
    ['as it should be', {}, []],
    [
      'signed on the day of the award, ending on the day it starts',
      { awardedOn: day('2020-03-10'), endOn: day('2020-03-15') },
      [],
    ],
    ['of nothing', { amount: 0n }, ['contract.amountZero']],
    ['of the most', { amount: MOST_MONEY }, []],
    ['of more than that', { amount: MOST_MONEY + 1n }, ['contract.amountAbsurd']],
    ['signed tomorrow', { signedOn: day('2020-03-11') }, ['contract.signedInFuture']],
    ['awarded after signing', { awardedOn: day('2020-03-11') }, ['contract.awardAfterSigning']],
    ['tendered without an award', { awardedOn: null }, ['contract.awardMissing']],
    ['given directly', { tenderMethod: 'direct', awardedOn: null }, []],
    ['without a method', { tenderMethod: null }, ['contract.methodMissing']],
    [
      'for design, without a method',
      { kind: 'design', tenderMethod: null, company: { ...builder, kinds: ['design'] } },
      [],
    ],
    ['ending before it starts', { endOn: day('2020-03-14') }, ['contract.endBeforeStart']],
    ['with a number that is taken', { sameNo: true }, ['contract.sameNo']],
    ['with nobody of the register', { company: null }, ['contract.companyUnknown']],
    ['with a retired company', { company: { ...builder, retired: true } }, ['contract.companyRetired']],
    [
      'with a company of another kind',
      { company: { ...builder, kinds: ['audit'] } },
      ['contract.companyKind.construction'],
    ],
    [
      'with everything wrong: all reasons',
      {
        amount: 0n,
        sameNo: true,
        company: null,
        signedOn: day('2021-01-01'),
        tenderMethod: null,
        endOn: day('2020-01-01'),
      },
      [
        'contract.amountZero',
        'contract.sameNo',
        'contract.companyUnknown',
        'contract.signedInFuture',
        'contract.methodMissing',
        'contract.endBeforeStart',
      ],
    ],
  ])('%s', (_, change, expected) => expect(codes(contractReasons({ ...good, ...change }))).toEqual(expected));

  it.each([
    ['epc', 'design', true],
    ['epc', 'construction', true],
    ['epc', 'supervision', false],
    ['consulting', 'supervision', true],
    ['consulting', 'audit', true],
    ['consulting', 'construction', false],
    ['construction', 'epc', false],
    ['testing', 'other', true],
  ] as const)('a company for %s may hold a contract for %s: %s', (own, kind, expected) =>
    expect(mayHold([own], kind)).toBe(expected),
  );
});

describe('a party', () => {
  it.each([
    ['fits', { kind: 'construction', company: builder, there: false }, []],
    ['does something else', { kind: 'testing', company: builder, there: false }, ['project.partyKind']],
    ['is there already', { kind: 'construction', company: builder, there: true }, ['project.partyThere']],
    ['is not of the register', { kind: 'construction', company: null, there: false }, ['contract.companyUnknown']],
  ] as const)('%s', (_, facts, expected) => expect(codes(partyReasons(facts))).toEqual(expected));
});

describe('a line of the funding plan', () => {
  const { sources } = chuxiong2020.funding;
  it.each([
    [{ source: 'central', kind: null, amount: 1n }, []],
    [{ source: 'central', kind: 'county', amount: 1n }, ['funding.kindUnknown']],
    [{ source: 'local', kind: 'county', amount: 1n }, []],
    [{ source: 'local', kind: null, amount: 1n }, ['funding.kindUnknown']],
    [{ source: 'lottery', kind: null, amount: 0n }, ['funding.sourceUnknown', 'contract.amountZero']],
  ])('%o', (line, expected) => expect(codes(fundingReasons(sources, line))).toEqual(expected));
});
