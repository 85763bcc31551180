// Counts what the runners wrote. A runner that failed without a failed test (a type error, a crash) counts as one.
import fs from 'node:fs';

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

export function readReports(runners) {
  const counted = runners.map(({ name, ok, file }) => {
    const { passed, failed, skipped } = countReport(read(file));
    return { name, passed, failed: failed || (ok ? 0 : 1), skipped };
  });
  const lines = counted.map(
    ({ name, passed, failed, skipped }) =>
      `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
  );
  const sum = (key) => counted.reduce((total, one) => total + one[key], 0);
  return { lines: ['', ...lines], passed: sum('passed'), failed: sum('failed') };
}
