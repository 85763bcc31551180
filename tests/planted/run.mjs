// Runs what a plant names, in the copy, within its time.
import fs from 'node:fs';
import path from 'node:path';
import { begin } from '../../scripts/children.mjs';
import { dataDir } from '../../scripts/paths.mjs';
import { BUILD_ENV, DRILLS } from '../../scripts/test-runner.mjs';
import { planted } from './tree.mjs';
import { verdictOfCheck, verdictOfTests } from './verdict.mjs';

const REPORTER = path.join(import.meta.dirname, 'reporter.mjs');
const MINUTES = 4;
const GRACE_MS = 20_000;

/** Without what a runner that we may stand in has set for itself; clusters and files beside the checkout's own. */
function environment(more) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$)/.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1', ANJU_DATA_DIR: dataDir(), ANJU_DRILL: 'short', ...more };
}

/** Who was begun by it and is still there, such as a test that turns round and round: a group of processes of its own. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // all gone
  }
}

/** Told to end when its time is over (it removes what it began), killed when it does not. */
async function run(at, args, { env = {}, minutes = MINUTES } = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = begin(process.execPath, args, { cwd: at, env: environment(env), stdio, detached: true });
  child.once('exit', () => endGroup(child.pid));
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  let late = false;
  const timers = [
    setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
    }, minutes * 60_000),
    setTimeout(() => child.kill('SIGKILL'), minutes * 60_000 + GRACE_MS),
  ];
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (status, signal) => resolve(status ?? signal));
  });
  timers.map(clearTimeout);
  return { code, late, output: Buffer.concat(chunks).toString() };
}

/** Tests of one project of the copy, with what they said. */
export async function runTests(at, [project, ...args], options = {}) {
  const file = path.join(at, 'plant-report.json');
  fs.rmSync(file, { force: true });
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...args];
  const ran = await run(at, [...vitest, `--reporter=${REPORTER}`], { ...options, env: { ANJU_PLANT_REPORT: file } });
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
  return { ...ran, report };
}

/** One piece of npm run check, such as `imports`. */
export const runCheck = (at, [, piece]) => run(at, ['scripts/check.mjs', '--only', piece]);

export const needsBuild = ({ build, run: [runner] }) => Boolean(build) || DRILLS.includes(runner);

const BUILD = "await (await import('./scripts/prepare.mjs')).build(process.env)";

/** The production build of the copy as it stands, where these plants need one. Answers why there is none. */
export async function buildFor(at, plants) {
  if (!plants.some(needsBuild)) return null;
  const { code, output } = await run(at, ['--input-type=module', '-e', BUILD], { env: BUILD_ENV, minutes: 10 });
  return code === 0 ? null : `it does not build:\n${output.slice(-800)}`;
}

const no = (why) => ({ caught: false, why });

/** The bug is put into the copy, what must catch it is run, and it is told whether it did. */
export function tryPlant(at, plant) {
  return planted(at, plant, async () => {
    const unbuilt = await buildFor(at, [plant]);
    if (unbuilt) return no(unbuilt);
    const isCheck = plant.run[0] === 'check';
    const ran = await (isCheck ? runCheck(at, plant.run) : runTests(at, plant.run, plant));
    if (ran.late) return no(`it was not finished after ${plant.minutes ?? MINUTES} minutes`);
    return isCheck
      ? verdictOfCheck(ran.code, ran.output, plant.fails)
      : verdictOfTests(ran.report, ran.output, plant.fails);
  });
}
