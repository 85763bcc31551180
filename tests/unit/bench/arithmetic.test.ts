import { describe, expect, test } from 'vitest';
import { cost, figuresOf, percentile, ratio } from '@/tests/bench/arithmetic';
import { clusterCpu, processCpu } from '@/tests/bench/cpu';
import { judge } from '@/tests/bench/goals';
import { readOptions, Usage } from '@/tests/bench/options';
import { report } from '@/tests/bench/table';
import type { Figures, Row } from '@/tests/bench/types';

const figures = (more: Partial<Figures> = {}): Figures => ({
  perSecond: 500,
  p50: 10,
  p99: 30,
  cpuApp: 1.5,
  cpuDb: 0.5,
  ...more,
});
const row = (more: Partial<Row> = {}): Row => ({
  name: 'list',
  says: 'the list',
  scale: 1,
  connections: 16,
  product: figures(),
  next: figures({ perSecond: 1000 }),
  bare: figures({ perSecond: 5000 }),
  goals: {},
  ...more,
});
const words = (one: Row, rows: Row[] = [one]) => judge(one, rows).map(({ goal, met }) => `${goal}: ${met}`);

describe('percentiles', () => {
  test('are values that were measured, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
    expect([percentile([7], 0.5), percentile([7], 0.99)]).toEqual([7, 7]);
    expect(percentile([3, 1, 2], 0)).toBe(1);
  });
  test('of nothing are refused', () => expect(() => percentile([], 0.5)).toThrow('no answers'));
});

describe('figures of some rounds', () => {
  const sample = (requests: number, seconds: number, ms: number, cpu: number | null) => ({
    requests,
    seconds,
    latencies: Array.from({ length: requests }, () => ms),
    cpuApp: cpu,
    cpuDb: 10,
  });
  test('weigh each round by its requests', () => {
    const all = figuresOf([sample(300, 1, 3, 300), sample(100, 1, 9, 300)]);
    expect(all).toEqual({ perSecond: 200, p50: 3, p99: 9, cpuApp: 1.5, cpuDb: 0.05 });
    expect(cost(all)).toBeCloseTo(1.55);
  });
  test('know no processor time where one round does not', () => {
    const all = figuresOf([sample(10, 1, 3, 10), sample(10, 1, 3, null)]);
    expect([all.cpuApp, cost(all)]).toEqual([null, null]);
  });
  test('of no answers are refused', () => expect(() => figuresOf([sample(0, 1, 0, 0)])).toThrow('no request'));
});

describe('goals', () => {
  test('a part of the bare route, times the bare server, processor time and rate', () => {
    const goals = { ofNext: 0.5, ofBare: { 1: 3, 16: 50 }, cpu: 1.4, perSecond: 388 };
    expect(words(row({ goals }))).toEqual([
      '≥ 0.5 × Next: true',
      '≥ 3 × http: false',
      '≤ 1.4 ms CPU: false',
      '≥ 388/s: true',
      'p99 < 4 × p50: true',
    ]);
  });
  test('rates and tails are judged at 16 connections only; without a yardstick there is no ratio', () => {
    const goals = { ofNext: 0.5, perSecond: 10_000 };
    expect(words(row({ goals, connections: 1, next: null }))).toEqual([]);
    expect(ratio(figures(), null)).toBeNull();
  });
  test('exactly four times the middle is too long a tail', () =>
    expect(words(row({ product: figures({ p99: 40 }) }))).toEqual(['p99 < 4 × p50: false']));
  test('the cost at a larger scale is held against the smallest of the same case and load', () => {
    const small = row({ product: figures({ cpuApp: 1, cpuDb: 1 }) });
    const other = row({ name: 'other', product: figures({ cpuApp: 0.1, cpuDb: 0.1 }) });
    const large = row({ scale: 16, product: figures({ cpuApp: 1.5, cpuDb: 1.6 }) });
    expect(words(large, [large, other, small])).toContain('cost ≤ 1.5 × scale 1: false');
    const just = row({ scale: 16, product: figures({ cpuApp: 1.5, cpuDb: 1.5 }) });
    expect(words(just, [just, other, small])).toContain('cost ≤ 1.5 × scale 1: true');
  });
  test('what this system does not tell is not judged', () => {
    const unknown = figures({ cpuApp: null, cpuDb: null });
    expect(words(row({ goals: { cpu: 2 }, product: unknown }))).toEqual(['p99 < 4 × p50: true']);
  });
});

describe('the table', () => {
  const machine = { date: '2026-11-24', says: 'a machine' };
  test('says each row, its ratios, and what was missed', () => {
    const text = report([row({ goals: { ofNext: 0.6, cpu: 2 } })], machine);
    expect(text).toContain('# Bench, 2026-11-24\n\na machine\n');
    expect(text).toContain(
      '| the list | 1 | 16 | 500 | 10.0 | 30.0 | 1.50 | 0.50 | 0.50 | 0.10 | ≥ 0.6 × Next; ≤ 2 ms CPU; p99 < 4 × p50 | **no**: ≥ 0.6 × Next |',
    );
    expect(text).toContain('| the list | 1 | 16 | bare Next | 1000 | 10.0 | 30.0 | 1.50 | 0.50 |');
  });
  test('says beside goals in milliseconds how fast this machine is', () => {
    const rows = [
      row({ name: 'health-live', next: figures({ cpuApp: 0.9 }) }),
      row({ name: 'compounds-list', bare: figures({ perSecond: 800 }) }),
    ];
    expect(report(rows, machine)).toContain(
      'Here an empty Next route costs 0.90 ms (0.6 there), and the bare http server answers 800 lists/s (6000 there).',
    );
    expect(report([row()], machine)).not.toContain('Here');
  });
  test('says where processor time is not known', () => {
    const text = report([row({ product: figures({ cpuApp: null, cpuDb: null }) })], machine);
    expect(text).toContain('/proc, which this system does not have');
    expect(text).toContain('| – | – | 0.50 |');
  });
});

describe('options', () => {
  test('are both scales and both loads unless said otherwise', () =>
    expect(readOptions([])).toEqual({
      ...{ scales: [1, 16], cases: [], connections: [1, 16], seconds: 4, out: null },
      ...{ screens: false, lighthouse: false },
    }));
  test('ask Lighthouse about the pages that a browser opens', () =>
    expect(readOptions(['--lighthouse'])).toMatchObject({ screens: true, lighthouse: true }));
  test('go from the smallest scale up, for data only grows', () =>
    expect(readOptions(['--scale', '16,1,1', '--case', 'page']).scales).toEqual([1, 16]));
  test.each([
    ['--scale', '0'],
    ['--scale', '99'],
    ['--scale', 'x'],
    ['--seconds', '-1'],
    ['--fast', '1'],
  ])('%s %s is refused with how it goes', (...args) => {
    expect(() => readOptions(args)).toThrow(Usage);
    expect(() => readOptions(args)).toThrow('npm run bench');
  });
});

test.runIf(process.platform === 'linux')(
  'processor time of this process is read, and of one that is not there is not',
  () => {
    const before = processCpu(process.pid) ?? 0;
    const until = performance.now() + 100;
    while (performance.now() < until) JSON.parse('{"a":[1,2,3]}');
    expect(processCpu(process.pid)).toBeGreaterThan(before);
    expect([processCpu(2 ** 30), clusterCpu(2 ** 30)]).toEqual([null, null]);
  },
);
