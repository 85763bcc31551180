import { describe, expect, test } from 'vitest';
import { blank, filledFrom, gapsOf, saidIn } from '@/lib/domain/votes/filled-ballot';

const none = { proxyPhoto: false, standing: false };
const filled = { ...blank('door', 'V1-1-1-0007'), choice: 'agree' as const };

describe('what is missing before a ballot is worth recording', () => {
  test('a choice, and no more', () => {
    expect(gapsOf(blank('paper', null), none)).toEqual(['choice']);
    expect(gapsOf(filled, none)).toEqual([]);
  });

  test('a proxy comes with name and authorisation', () => {
    const byProxy = { ...filled, byProxy: true };
    expect(gapsOf(byProxy, none)).toEqual(['proxyName', 'proxyPhoto']);
    expect(gapsOf({ ...byProxy, proxyName: ' ' }, { ...none, proxyPhoto: true })).toEqual(['proxyName']);
    expect(gapsOf({ ...byProxy, proxyName: '王小明' }, { ...none, proxyPhoto: true })).toEqual([]);
  });

  test('where one stands already, the reason', () => {
    expect(gapsOf({ ...filled, reason: '  ' }, { ...none, standing: true })).toEqual(['reason']);
    expect(gapsOf({ ...filled, reason: '看错了' }, { ...none, standing: true })).toEqual([]);
  });
});

describe('what is recorded of it', () => {
  const around = { choice: 'agree' as const, round: 1 as const, replaces: null };
  const said = { ...filled, formNo: ' ', wanted: ['stairwells'], problems: ' 漏水 ', reason: '看错了' };

  test('nothing that was left empty; a reason only where it takes another one’s place', () => {
    expect(JSON.parse(JSON.stringify(saidIn({ ...filled, formNo: ' ' }, around)))).toEqual({
      choice: 'agree',
      channel: 'door',
    });
    expect(saidIn(said, around)).toMatchObject({ wanted: ['stairwells'], problems: '漏水' });
    expect(saidIn(said, around)).not.toHaveProperty('reason');
    expect(saidIn(said, { ...around, replaces: 'b1' })).toMatchObject({ replaces: 'b1', reason: '看错了' });
  });

  test('wishes belong to round 1', () => {
    const second = saidIn(said, { ...around, round: 2 });
    expect(second).not.toHaveProperty('wanted');
    expect(second).not.toHaveProperty('problems');
  });
});

test('what was recorded is not asked for again; why it is changed is', () => {
  const ballot = { choice: 'disagree' as const, channel: 'paper' as const, proxy: { name: '王小明' } };
  expect(filledFrom(ballot)).toEqual({
    ...blank('paper', null),
    choice: 'disagree',
    byProxy: true,
    proxyName: '王小明',
  });
});
