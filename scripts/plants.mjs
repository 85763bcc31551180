#!/usr/bin/env node
// npm run plants: the tests of the tests. Each bug of tests/planted/plants is put into a throwaway copy of the checkout,
// and what it names must fail, in the words it names, and pass without it. `npm run plants -- name…` plants some.
//   --short: those of npm test · --report FILE: for the count of npm test
//   --proved FILE: what a report of vitest's shows to pass is not run again without the bug
import fs from 'node:fs';
import path from 'node:path';
import { filesProvedBy, targetOf, withoutBug } from '../tests/planted/green.mjs';
import { readPlants, SHORT, whatIsWrong } from '../tests/planted/list.mjs';
import { needsBuild, tryPlant } from '../tests/planted/run.mjs';
import { makeTree, removeStaleTrees } from '../tests/planted/tree.mjs';
import { endAll, stopOnSignals } from './children.mjs';
import { ROOT, rel } from './paths.mjs';
import { checkNode, generate, install } from './prepare.mjs';
import { Advice, explain, step } from './progress.mjs';

const trees = [];
const leave = stopOnSignals(async () => {
  await endAll();
  for (const tree of trees) tree.remove();
});
const openTree = (options) => {
  const tree = makeTree(ROOT, options);
  trees.push(tree);
  return tree;
};

function asked(args) {
  const options = { short: false, report: '', proved: [], names: [] };
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--short') options.short = true;
    else if (args[at] === '--report') options.report = args[++at];
    else if (args[at] === '--proved') options.proved.push(...filesProvedBy(args[++at], ROOT));
    else options.names.push(path.basename(args[at], '.mjs'));
  }
  return options;
}

async function chosen({ short, names }) {
  const plants = await readPlants(rel('tests', 'planted', 'plants'));
  const wanted = short ? Object.values(SHORT) : names;
  const known = plants.map(({ name }) => name);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Advice(
      `没有这样的植入错误 there is no such plant: ${unknown.join(', ')}\n已有 there are: ${known.join(', ')}`,
    );
  return wanted.length > 0 ? plants.filter(({ name }) => wanted.includes(name)) : plants;
}

/** One plant, told in two lines; answers whether it was caught. */
async function judge(plant, tree, faults) {
  const began = performance.now();
  const wrong = whatIsWrong(plant, ROOT);
  const fault = faults.get(targetOf(plant));
  if (fault) wrong.push(`${targetOf(plant)} fails without the bug, too:\n${fault}`);
  const { caught, why } = wrong.length > 0 ? { caught: false, why: wrong.join('\n') } : await tryPlant(tree.at, plant);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${caught ? '✓' : '✗'} ${plant.name} ${seconds} s · ${plant.says}`);
  console.log(`  ${caught ? '← ' : ''}${why.replace(/\n/g, '\n    ')}`);
  return caught;
}

/** As many copies as lanes, all taking from one list. Builds and drills want the machine to themselves: one lane. */
async function tryAll(plants, proved, { lanes, linkPackages }) {
  if (plants.length === 0) return [];
  const first = openTree({ linkPackages });
  const faults = await step('没有植入错误时 without any bug', () => withoutBug(first.at, plants, proved), {
    slow: true,
  });
  const waiting = [...plants];
  const results = [];
  const lane = async (tree) => {
    for (let plant = waiting.shift(); plant; plant = waiting.shift()) results.push(await judge(plant, tree, faults));
    tree.remove();
  };
  const more = Array.from({ length: Math.min(lanes, plants.length) - 1 }, () => openTree({ linkPackages }));
  await Promise.all([first, ...more].map(lane));
  return results;
}

async function run(options) {
  checkNode();
  const plants = await chosen(options);
  await install();
  await generate();
  removeStaleTrees();
  const heavy = plants.filter(needsBuild);
  const light = plants.filter((plant) => !needsBuild(plant));
  return [
    ...(await tryAll(light, options.proved, { lanes: 2, linkPackages: false })),
    ...(await tryAll(heavy, options.proved, { lanes: 1, linkPackages: true })),
  ];
}

const options = asked(process.argv.slice(2));
const results = await run(options).catch((error) => {
  explain(error);
  return [false];
});
const passed = results.filter(Boolean).length;
const counts = { numPassedTests: passed, numFailedTests: results.length - passed };
if (options.report) fs.writeFileSync(options.report, JSON.stringify(counts));
console.log(`\n${passed} passed, ${counts.numFailedTests} failed`);
await leave(counts.numFailedTests ? 1 : 0);
