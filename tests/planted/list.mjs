// The planted bugs that are kept (plants/*.mjs), and what is wrong with one that no longer fits the code.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DRILLS } from '../../scripts/test-runner.mjs';

/**
 * @typedef {object} Plant
 * @property {string} name   its file's name, which `npm run plants -- name` asks for
 * @property {string} says   the bug, as a sentence
 * @property {string} file   where it is planted
 * @property {string} find   text that occurs there exactly once
 * @property {string} put    what stands there instead
 * @property {[string, string, ...string[]]} run   the runner (unit, integration, drill, walls, check) and what it is to run
 * @property {RegExp} fails  what the failed test says
 * @property {boolean} [build]   a production build is made with the bug in it (a drill always has one)
 * @property {number} [minutes]  what it may take, where that is more than usual
 */

/** What `npm test` plants each time: one of each kind that the checks were asked to catch. `npm run drill` plants all. */
export const SHORT = {
  'a dropped filter': 'dropped-filter',
  'a missing FORCE': 'missing-force',
  'a session-level setting': 'session-level-setting',
  'a forgotten route': 'forgotten-route',
  'a swallowed error': 'swallowed-error',
};

const RUNNERS = ['unit', 'integration', ...DRILLS, 'check'];

/** @returns {Promise<Plant[]>} */
export async function readPlants(folder) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const load = async (name) => ({
    name: name.replace(/\.mjs$/, ''),
    ...(await import(pathToFileURL(path.join(folder, name)).href)).default,
  });
  return Promise.all(names.sort().map(load));
}

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);

function misplaced({ file, find, put }, root) {
  const text = read(path.join(root, file));
  if (text === null) return [`the plant no longer fits the code: there is no ${file}`];
  const times = find ? text.split(find).length - 1 : 0;
  if (times !== 1)
    return [`the plant no longer fits the code: what it looks for occurs ${times} times in ${file}, not once`];
  return find === put ? ['the plant changes nothing'] : [];
}

function unrunnable({ run: [runner, target] = [] }, root) {
  if (!RUNNERS.includes(runner)) return [`it is run by ${runner}, which is none of ${RUNNERS.join(', ')}`];
  if (!target) return ['it does not say what is to be run'];
  if (runner === 'check' || read(path.join(root, target)) !== null) return [];
  return [`the plant no longer fits the code: there is no test ${target}`];
}

/** A match of nothing, or of anything, would be content with every failure. */
const tooEasy = (fails) => !(fails instanceof RegExp) || fails.test('') || fails.test('AssertionError: expected');

/** Every reason why this plant proves nothing, as sentences; none when it fits. */
export function whatIsWrong(plant, root) {
  const wrong = [...misplaced(plant, root), ...unrunnable(plant, root)];
  if (typeof plant.says !== 'string' || plant.says.trim().split(/\s+/).length < 4)
    wrong.push('`says` is no sentence that tells the bug');
  if (tooEasy(plant.fails)) wrong.push('`fails` would be content with any failure');
  return wrong;
}
