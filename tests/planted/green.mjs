// What a plant names must pass without the bug: shown once for each run, or by the report of a run that was just made.
import fs from 'node:fs';
import path from 'node:path';
import { DRILLS } from '../../scripts/test-runner.mjs';
import { buildFor, runCheck, runTests } from './run.mjs';
import { faultOfFile } from './verdict.mjs';

/** Some tests of a file (-t) may fail where the whole file passes: they are a run of their own. */
export const targetOf = ({ run: [runner, ...args] }) => (runner === 'check' ? ['check', ...args] : args).join(' ');

/** Test files that vitest's JSON report says passed as a whole, named from the checkout. */
export function filesProvedBy(report, root) {
  const { testResults = [] } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : {};
  const whole = ({ status, assertionResults }) => status === 'passed' && assertionResults.length > 0;
  return testResults.filter(whole).map(({ name }) => path.relative(root, name));
}

const endOf = (output) => output.slice(-600);

/** Whole files of one project, all in one run. */
async function faultsOfFiles(at, project, files) {
  if (files.length === 0) return [];
  const { report, output } = await runTests(at, [project, ...files], { minutes: 30 });
  const found = new Map((report?.files ?? []).map((file) => [file.file, faultOfFile(file)]));
  return files.map((file) => [file, found.has(file) ? found.get(file) : endOf(output)]);
}

async function faultOfRun(at, plant) {
  const [runner] = plant.run;
  if (runner === 'check') {
    const { code, output } = await runCheck(at, plant.run);
    return code === 0 ? null : endOf(output);
  }
  const { report, output } = await runTests(at, plant.run, plant);
  const [file] = report?.files ?? [];
  return file ? faultOfFile(file) : endOf(output);
}

/**
 * What is wrong with each target in the copy as it is; null where it passes.
 * @returns {Promise<Map<string, string | null>>}
 */
export async function withoutBug(at, plants, proved) {
  const faults = new Map(proved.map((file) => [file, null]));
  const open = new Map(plants.map((plant) => [targetOf(plant), plant]).filter(([target]) => !faults.has(target)));
  const unbuilt = await buildFor(at, [...open.values()]);
  if (unbuilt) return new Map([...open.keys()].map((target) => [target, unbuilt]));
  const isWhole = ({ run }) => run[0] !== 'check' && run.length === 2;
  for (const project of ['unit', 'integration', ...DRILLS]) {
    const whole = [...open.values()].filter((plant) => isWhole(plant) && plant.run[0] === project);
    for (const [file, fault] of await faultsOfFiles(at, project, whole.map(targetOf))) faults.set(file, fault);
  }
  for (const [target, plant] of open) if (!isWhole(plant)) faults.set(target, await faultOfRun(at, plant));
  return faults;
}
