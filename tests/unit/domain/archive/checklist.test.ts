import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checklist, permitNeed } from '@/lib/domain/archive/checklist';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';

const workflow = workflowOf(chuxiong2020);
const facts = (newLand: boolean | null, newPipelines: boolean | null, structuralWork: boolean | null) => ({
  newLand,
  newPipelines,
  structuralWork,
});
const NONE = facts(false, false, false);

describe('permits of P四(三)3', () => {
  test.each([
    [facts(false, false, false), 'spared'],
    [facts(true, false, false), 'needed'],
    [facts(false, true, false), 'needed'],
    [facts(false, false, true), 'needed'],
    [facts(true, null, null), 'needed'],
    [facts(null, null, null), 'unknown'],
    [facts(false, null, false), 'unknown'],
    [facts(false, false, null), 'unknown'],
  ] as const)('%o: %s', (given, need) => {
    expect(permitNeed(chuxiong2020, given)).toBe(need);
    const stage6 = checklist(chuxiong2020, new Set(), given).find(({ stage }) => stage === 6);
    const permits = stage6?.lines.filter(({ kind }) => kind.required === 'permit').map(({ state }) => state);
    const state = need === 'needed' ? 'missing' : need;
    expect(permits).toEqual([state, state]);
  });
  test('doubt about permits keeps stage 6 from being whole', () => {
    const filed = new Set(['drawings', 'budget', 'budgetAudit']);
    const whole = (given: typeof NONE) => checklist(chuxiong2020, filed, given).find(({ stage }) => stage === 6)?.whole;
    expect(whole(NONE)).toBe(true);
    expect(whole(facts(null, false, false))).toBe(false);
    expect(whole(facts(true, false, false))).toBe(false);
  });
});

test('nothing is filed: what is always required is missing, the rest is optional', () => {
  const states = checklist(chuxiong2020, new Set(), NONE).flatMap(({ lines }) =>
    lines.map(({ kind, state }) => [kind.required, state]),
  );
  for (const [required, state] of states)
    expect(state).toBe({ always: 'missing', optional: 'optional', permit: 'spared' }[required as 'always']);
});

test('every kind stands once, in its own stage, and a stage is whole exactly when no kind of it is missing', () => {
  const codes = workflow.papers.map(({ code }) => code);
  fc.assert(
    fc.property(fc.subarray(codes), (filed) => {
      const stages = checklist(chuxiong2020, new Set(filed), NONE);
      expect(stages.flatMap(({ lines }) => lines.map(({ kind }) => kind.code)).sort()).toEqual([...codes].sort());
      for (const { stage, lines, whole } of stages) {
        expect(lines.every(({ kind }) => kind.stage === stage)).toBe(true);
        expect(whole).toBe(lines.every(({ kind }) => filed.includes(kind.code) || kind.required !== 'always'));
      }
    }),
  );
});
