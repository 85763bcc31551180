#!/usr/bin/env node
// npm run gen: lists every route file of /api/v1 for the OpenAPI document; with --check says whether the list is stale.
import fs from 'node:fs';
import path from 'node:path';
import { isMain, ROOT } from './paths.mjs';

const TARGET = 'lib/server/api/routes.generated.ts';
const ROUTES = 'app/api/v1';

/** The document reads this list: with itself in it, it would import itself. */
const SELF = /\/openapi\.json\/route\.ts$/;

/** app/api/v1/(office)/compounds/[id]/route.ts → /compounds/{id} */
export const apiPath = (file) => {
  const segments = path.posix.dirname(path.posix.relative(ROUTES, file)).split('/');
  const shown = segments.filter((segment) => segment !== '.' && !/^\(.*\)$/.test(segment));
  return `/${shown.map((segment) => segment.replace(/^\[\[?(?:\.\.\.)?([^\]]+)\]?\]$/, '{$1}')).join('/')}`;
};

export function routesSource(root = ROOT) {
  const base = path.join(root, ROUTES);
  const found = fs.existsSync(base) ? fs.readdirSync(base, { recursive: true }) : [];
  const files = found
    .map((file) => path.posix.join(ROUTES, file.split(path.sep).join('/')))
    .filter((file) => path.posix.basename(file) === 'route.ts' && !SELF.test(file))
    .sort();
  const imports = files.map((file, at) => `import * as route${at} from '@/${file.replace(/\.ts$/, '')}';`);
  const entries = files.map((file, at) => `  { path: '${apiPath(file)}', module: route${at} },`);
  return [
    '// Written by npm run gen. Every route of /api/v1, for the OpenAPI document.',
    "import 'server-only';",
    ...imports,
    '',
    'export const routes = [',
    ...entries,
    '] as const;',
    '',
  ].join('\n');
}

export const isStale = (root = ROOT) => {
  const target = path.join(root, TARGET);
  return !fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== routesSource(root);
};

if (isMain(import.meta)) {
  if (process.argv.includes('--check')) {
    if (isStale()) {
      console.error(`${TARGET} 已过期 is stale: npm run gen`);
      process.exitCode = 1;
    }
  } else {
    fs.mkdirSync(path.dirname(path.join(ROOT, TARGET)), { recursive: true });
    fs.writeFileSync(path.join(ROOT, TARGET), routesSource());
  }
}
