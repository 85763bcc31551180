#!/usr/bin/env node
// npm run check:imports, part of npm run check.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import config from '../.dependency-cruiser.mjs';
import { isMain, ROOT } from './paths.mjs';

/** dependency-cruiser asks swc for TypeScript but never for JSX; told here by the file's ending, before it loads swc. */
const swc = createRequire(import.meta.url)('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('x') });
const { cruise } = await import('dependency-cruiser');

const ROOMS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'];
/** Fewer than this and the reader has not read: a check that saw nothing must not pass. */
const FEWEST = 150;

const sources = (root, room) =>
  fs
    .readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));

/** Three rules that need the text: swc does not say which imports are of types alone, and directives are no imports. */
export const TEXT_RULES = [
  {
    name: 'one-door-to-the-database',
    within: /^lib\/server\/(?!db\/)/,
    breach: (text) => /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'[^']*prisma\/generated/m.test(text),
    says: 'the generated client is imported by lib/server/db; the rest of lib/server may import its types',
  },
  {
    name: 'server-only',
    within: /^lib\/server\/.*(?<!\.d)\.tsx?$/,
    breach: (text) => !/^(?:\s*\/\/.*\n|\s*\/\*[\s\S]*?\*\/\s*\n|\s*\n)*import 'server-only';/.test(text),
    says: "the first statement is import 'server-only';",
  },
  {
    name: 'no-server-actions',
    within: /^(app|components|lib)\//,
    breach: (text) => /^\s*['"]use server['"]/m.test(text),
    says: "'use server' would open a second door for writing",
  },
];

function checkTexts(root) {
  const files = ['app', 'components', 'lib'].filter((room) => fs.existsSync(path.join(root, room)));
  return files
    .flatMap((room) => sources(root, room))
    .flatMap((file) => {
      const rules = TEXT_RULES.filter(({ within }) => within.test(file) && !file.includes('.generated.'));
      const text = rules.length ? fs.readFileSync(path.join(root, file), 'utf8') : '';
      return rules.filter(({ breach }) => breach(text)).map(({ name, says }) => `${name}: ${file} (${says})`);
    });
}

/** Answers { modules, breaches: ["rule: from → to"] } for a tree. */
export async function checkImports(root = ROOT, rooms = ROOMS) {
  const options = { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } };
  const resolve = {
    alias: { '@': root },
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    exportsFields: ['exports'],
  };
  const { output } = await cruise(
    rooms.filter((room) => fs.existsSync(path.join(root, room))),
    options,
    resolve,
  );
  const own = output.modules.filter((module) => !module.source.startsWith('node_modules/') && !module.coreModule);
  const breaches = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { modules: own.length, breaches: [...new Set(breaches), ...checkTexts(root)] };
}

if (isMain(import.meta)) {
  const { modules, breaches } = await checkImports();
  for (const breach of breaches) console.error(breach);
  if (modules < FEWEST)
    console.error(`只读到 ${modules} 个模块 only ${modules} modules were read (at least ${FEWEST} expected)`);
  else console.log(`${modules} modules`);
  process.exitCode = breaches.length || modules < FEWEST ? 1 : 0;
}
