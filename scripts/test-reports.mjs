// Counts what the runners wrote. A runner that failed without a failed test (a type error, a crash) counts as one.
import fs from 'node:fs';
import path from 'node:path';
import { rel } from './paths.mjs';

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** vitest: numPassedTests …; Playwright: stats.expected, unexpected, flaky. */
export function countReport(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  if (report.stats) {
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats;
    return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
  }
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  const brokenFiles = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours a terminal is told of
const firstLine = (message = '') => message.replace(/\u001b\[[0-9;]*m/g, '').split('\n', 1)[0];
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** What failed, where and how, a line each: whoever sees only the end of a long log still learns it. */
export function failuresOf(report, root = rel('')) {
  const inRepo = (file) => path.relative(root, file) || file;
  const browser = (report?.suites ?? []).flatMap(specsOf).flatMap(({ ok, file, title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
    return ok ? [] : [`${file} › ${title}: ${firstLine(errors[0]?.message)}`];
  });
  const others = (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [`${inRepo(name)}: ${firstLine(message)}`];
    const failed = assertionResults.filter((one) => one.status === 'failed');
    return failed.map((one) => `${inRepo(name)} › ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
  });
  return [...others, ...browser];
}

export function readReports(runners) {
  const counted = runners.map(({ name, ok, file }) => {
    const report = read(file);
    const { passed, failed, skipped } = countReport(report);
    return { name, passed, failed: failed || (ok ? 0 : 1), skipped, failures: failuresOf(report) };
  });
  const lines = counted.flatMap(({ name, passed, failed, skipped, failures }) => [
    `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
    ...failures.map((failure) => `  ✗ ${failure}`),
  ]);
  const sum = (key) => counted.reduce((total, one) => total + one[key], 0);
  return { lines: ['', ...lines], passed: sum('passed'), failed: sum('failed') };
}
