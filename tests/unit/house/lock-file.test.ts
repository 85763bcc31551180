import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
}
const text = readFileSync('package-lock.json', 'utf8');
const installed = Object.entries((JSON.parse(text) as Lock).packages).filter(([place]) => place !== '');
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Oldest versions without a known hole that concerns us. Raised by hand: an audit service is not always in reach. */
const FLOORS: Record<string, string> = {
  next: '16.4.5',
  'next-auth': '4.24.15',
  sharp: '0.35.4',
  uuid: '8.3.2',
  'node_modules/exceljs/node_modules/uuid': '11.1.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  pg: '8.23.1',
  prisma: '7.10.0',
  '@prisma/client': '7.10.0',
  zod: '4.6.7',
  yauzl: '3.2.1',
  ws: '8.17.1',
  jose: '4.15.5',
  cookie: '0.7.0',
  postcss: '8.4.31',
};
/** xlsx: unfixed prototype pollution on npm. nodemailer: no e-mail is sent, and next-auth's provider is not used. */
const FORBIDDEN = ['xlsx', 'nodemailer', 'request', 'event-stream'];

const parts = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [parts(version), parts(floor)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 || (a[at] ?? 0) > (b[at] ?? 0);
}

test('versions are compared as numbers', () => {
  expect(isAtLeast('16.10.0', '16.4.5')).toBe(true);
  expect(isAtLeast('4.24.14', '4.24.15')).toBe(false);
  expect(isAtLeast('11.1.1', '11.1.1')).toBe(true);
});

test.each(Object.entries(FLOORS))('%s is at least %s', (which, floor) => {
  const found = installed.filter(([place]) =>
    which.includes('/node_modules/') ? place === which : nameOf(place) === which,
  );
  const old = found.filter(([, { version }]) => !isAtLeast(version ?? '0', floor));
  expect(old.map(([place, { version }]) => `${place} ${version}`)).toEqual([]);
});

test('the packages with a floor that we ask for ourselves are there', () => {
  const own = ['next', 'next-auth', 'sharp', 'pg', 'prisma', 'zod', 'yauzl'];
  const names = new Set(installed.map(([place]) => nameOf(place)));
  expect(own.filter((name) => !names.has(name))).toEqual([]);
});

test('the uuid that exceljs gets is the new one, wherever npm puts it', () => {
  const own = installed.find(([place]) => place === 'node_modules/exceljs/node_modules/uuid');
  const shared = installed.find(([place]) => place === 'node_modules/uuid');
  expect(isAtLeast((own ?? shared)?.[1].version ?? '0', '11.1.1')).toBe(true);
});

test.each(FORBIDDEN)('%s is not installed', (name) => {
  expect(installed.filter(([place]) => nameOf(place) === name)).toEqual([]);
});

test('no address of a registry is written down: it installs from whichever one the machine knows', () => {
  expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(text).not.toMatch(/https?:\/\/[^"]*registry/);
});

/** A registry that lacks a platform's package makes npm leave it out of the lock file, and npm ci then fails everywhere. */
test('every platform of every package is written down', () => {
  const places = new Set(installed.map(([place]) => place));
  const isFound = (from: string, name: string): boolean => {
    if (places.has(`${from ? `${from}/` : ''}node_modules/${name}`)) return true;
    return from !== '' && isFound(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
  };
  const missing = installed.flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isFound(place, name)),
  );
  expect(missing).toEqual([]);
});
