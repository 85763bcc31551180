// Was the bug caught? A run that fails for another reason (it does not compile, nothing was executed) proves nothing.

/** Words of code that does not run at all, whatever else it says. */
const BROKEN =
  /SyntaxError|Transform failed|PARSE_ERROR|Failed to (resolve import|load url)|Cannot find (module|package)|does not provide an export|ERR_MODULE_NOT_FOUND|is not defined/;

const short = (text) => text.trim().slice(0, 600) || '(it said nothing)';
const no = (why) => ({ caught: false, why });

/** What the runner itself could not do: no report, or a file that does not load. */
function unable(report, output) {
  if (!report) return `nothing was run:\n${short(output.slice(-600))}`;
  const broken = report.files.find(({ tests }) => tests.length === 0);
  if (broken) return `${broken.file} could not be loaded:\n${short(broken.text)}`;
  const ran = report.files
    .flatMap(({ tests }) => tests)
    .filter(({ state }) => state === 'passed' || state === 'failed');
  if (ran.length > 0) return null;
  return `no test was executed:\n${short(report.files.map(({ text }) => text).join('\n') + report.unhandled)}`;
}

/** @returns {{ caught: boolean, why: string }} */
export function verdictOfTests(report, output, fails) {
  const cannot = unable(report, output);
  if (cannot) return no(`it failed for another reason: ${cannot}`);
  const tests = report.files.flatMap((file) => file.tests);
  const failed = tests.filter(({ state }) => state === 'failed');
  if (failed.length === 0)
    return no(`the bug was not caught: ${tests.filter(({ state }) => state === 'passed').length} tests passed with it`);
  const caught = failed.find(({ text }) => fails.test(text) && !BROKEN.test(text));
  if (caught) return { caught: true, why: caught.name };
  return no(
    `it failed for another reason: none of ${failed.length} failed tests says ${fails}:\n${short(failed[0].text)}`,
  );
}

/** A piece of npm run check has no tests to count: it must say what is meant. */
export function verdictOfCheck(code, output, fails) {
  if (code === 0) return no('the bug was not caught: the check is content with it');
  if (fails.test(output)) return { caught: true, why: 'npm run check' };
  return no(`it failed for another reason: the check does not say ${fails}:\n${short(output)}`);
}

/** Why this file proves nothing, without any bug in the code; null when it passed and something was executed. */
export function faultOfFile({ state, tests, text }) {
  if (state === 'passed' && tests.some((test) => test.state === 'passed')) return null;
  const failed = tests.filter((test) => test.state === 'failed');
  return (
    failed.map(({ name, text: said }) => `${name}: ${short(said)}`).join('\n') || `nothing was executed: ${short(text)}`
  );
}
