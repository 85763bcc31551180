import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rel } from '@/scripts/paths.mjs';
import { OPEN_ROUTES, OPERATIONS, PAGES } from './entries';

/** '/(portal)/compounds/[id]/page' → '/compounds/[id]' */
const addressOf = (folder: string): string => folder.replace(/\/\([^)]*\)/g, '') || '/';

/** What the build itself says that it serves. Next's own pages of errors have no address. */
export function listed(): string[] {
  const manifest = JSON.parse(readFileSync(rel('.next', 'app-path-routes-manifest.json'), 'utf8')) as object;
  return Object.values(manifest as Record<string, string>).filter((address) => !address.startsWith('/_'));
}

/** The same from the folder `app`, for `npm run check`, which builds nothing. */
export function inFolder(): string[] {
  return readdirSync(rel('app'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts|icon\.svg)$/.test(file))
    .map((file) => addressOf(`/${file.endsWith('icon.svg') ? file : path.posix.dirname(file)}`.replace(/\/\.$/, '')));
}

/** '/compounds/{id}' → '/api/v1/compounds/[id]' */
const routeOf = (operation: string): string =>
  `/api/v1${(operation.split(' ')[1] ?? '').replace(/\{(\w+)\}/g, '[$1]')}`;

/** Pages and routes without a line in the access table, and lines of nothing. */
export function unlisted(addresses: readonly string[]): string[] {
  const lines = new Set([...Object.keys(PAGES), ...OPEN_ROUTES, ...Object.keys(OPERATIONS).map(routeOf)]);
  const there = new Set(addresses);
  return [
    ...[...there].filter((address) => !lines.has(address)).map((address) => `no line for ${address}`),
    ...[...lines]
      .filter((address) => !there.has(address))
      .map((address) => `a line for ${address}, which is not there`),
  ];
}
