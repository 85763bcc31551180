import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { apiPath, isStale, routesSource } from '@/scripts/gen-routes.mjs';
import { checkNode } from '@/scripts/prepare.mjs';
import { readSecrets } from '@/scripts/secrets.mjs';
import { countReport, failuresOf } from '@/scripts/test-reports.mjs';

const inTemp = (work: (dir: string) => void) => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'anju-tooling-'));
  try {
    work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

test('a route file becomes a path of the API', () => {
  expect(apiPath('app/api/v1/compounds/[id]/route.ts')).toBe('/compounds/{id}');
  expect(apiPath('app/api/v1/(office)/units/route.ts')).toBe('/units');
  expect(apiPath('app/api/v1/files/[...path]/route.ts')).toBe('/files/{path}');
});

test('a new route makes the list stale until it is written again', () => {
  inTemp((root) => {
    mkdirSync(path.join(root, 'lib/server/api'), { recursive: true });
    mkdirSync(path.join(root, 'app/api/v1/units/[id]'), { recursive: true });
    writeFileSync(path.join(root, 'lib/server/api/routes.generated.ts'), routesSource(root));
    expect(isStale(root)).toBe(false);
    writeFileSync(path.join(root, 'app/api/v1/units/[id]/route.ts'), '');
    expect(isStale(root)).toBe(true);
    expect(routesSource(root)).toContain("{ path: '/units/{id}', module: route0 }");
  });
});

test('an old Node.js is told what is needed', () => {
  expect(() => checkNode('18.20.0')).toThrow(/20\.19/);
  expect(() => checkNode('20.18.3')).toThrow(/20\.19/);
  for (const fine of ['20.19.0', '22.1.0', '24.0.0']) expect(() => checkNode(fine)).not.toThrow();
});

test('secrets are made once, for their owner only, and never made anew over a damaged file', () => {
  inTemp((dir) => {
    const first = readSecrets(dir);
    expect(readSecrets(dir)).toEqual(first);
    expect(Buffer.from(first.columnKey, 'base64')).toHaveLength(32);
    writeFileSync(path.join(dir, 'secrets.json'), '{"roles":');
    expect(() => readSecrets(dir)).toThrow(/secrets\.json/);
  });
});

test('reports of both runners are counted; a file that could not be run is a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  expect(countReport({ numPassedTests: 3, numFailedTests: 1, testResults: [broken] })).toMatchObject({
    passed: 3,
    failed: 2,
  });
  expect(countReport({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] })).toMatchObject({
    passed: 6,
    failed: 1,
  });
  expect(countReport(null)).toMatchObject({ passed: 0, failed: 0 });
});

test('the end of the log names each test that failed, its file and what it said', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'adds', failureMessages: [] },
    {
      status: 'failed',
      fullName: 'balances',
      failureMessages: ['\u001b[31mAssertionError: 1 is not 2\u001b[39m\n  at x.ts'],
    },
  ];
  const testResults = [
    { name: '/repo/tests/a.test.ts', status: 'failed', assertionResults },
    { name: '/repo/tests/b.test.ts', status: 'failed', message: 'SyntaxError: no\nmore', assertionResults: [] },
  ];
  expect(failuresOf({ testResults }, '/repo')).toEqual([
    'tests/a.test.ts › balances: AssertionError: 1 is not 2',
    'tests/b.test.ts: SyntaxError: no',
  ]);
  const spec = {
    ok: false,
    file: 'x.spec.ts',
    title: '一个月',
    tests: [{ results: [{ errors: [{ message: '等不到按钮' }] }] }],
  };
  const suites = [{ suites: [{ specs: [spec, { ...spec, ok: true }] }] }];
  expect(failuresOf({ stats: {}, suites })).toEqual(['x.spec.ts › 一个月: 等不到按钮']);
  expect(failuresOf(null)).toEqual([]);
});
