#!/usr/bin/env node
// npm run check: style, types, imports, unused code, generated lists, unit tests; under a minute, side by side.
// With --json FILE the unit tests also write vitest's JSON report (npm test counts with it); --only NAME runs one piece.
import { spawn } from 'node:child_process';
import { isMain, ROOT, rel } from './paths.mjs';
import { generate, routeTypes } from './prepare.mjs';

const bin = (...parts) => rel('node_modules', ...parts);
const node = (...args) => [process.execPath, ...args];
const vitestReport = (file) => (file ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : []);

const checks = (json) => [
  { name: '格式与规则 biome', command: node(bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.') },
  { name: '类型 tsc', command: node(bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false', '-p', '.') },
  { name: '引用方向 imports', command: node('scripts/check-imports.mjs') },
  { name: '无用代码 knip', command: node(bin('knip/bin/knip.js'), '--no-progress') },
  { name: '路由清单 routes', command: node('scripts/gen-routes.mjs', '--check') },
  {
    name: '单元测试 unit tests',
    command: node(bin('vitest/vitest.mjs'), 'run', '--project', 'unit', ...vitestReport(json)),
  },
];

function runCheck({ name, command: [program, ...args] }, cwd) {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ name, ok: false, output: error.message, seconds: 0 }));
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString().trim();
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/**
 * Three at a time: what is printed of each comes in one piece, in full only where it failed.
 * @param {{ json?: string, cwd?: string, only?: string[] }} [options]
 */
export async function runChecks({ json, cwd = ROOT, only } = {}) {
  const waiting = checks(json).filter(({ name }) => !only || only.some((word) => name.endsWith(word)));
  const results = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check, cwd);
      results.push(result);
      console.log(`${result.ok ? '✓' : '✗'} ${result.name} ${result.seconds.toFixed(1)} s`);
      if (!result.ok) console.log(`${result.output}\n`);
    }
  };
  await Promise.all([work(), work(), work()]);
  return results;
}

if (isMain(import.meta)) {
  const began = performance.now();
  const given = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
  const only = given('--only');
  await generate();
  if (!only) await routeTypes();
  const results = await runChecks({ json: given('--json'), only: only ? [only] : undefined });
  if (results.length === 0) throw new Error(`no piece of the check is called ${only}`);
  const failed = results.filter(({ ok }) => !ok);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    failed.length
      ? `\n${failed.length} 项未通过 checks failed (${seconds} s)`
      : `\n全部通过 all checks passed (${seconds} s)`,
  );
  process.exitCode = failed.length ? 1 : 0;
}
