// What package-lock.json says of every package in the tree, wherever it lies.
import fs from 'node:fs';
import { rel } from './paths.mjs';

/**
 * @typedef {object} Package
 * @property {string} place      such as node_modules/exceljs/node_modules/uuid
 * @property {string} name
 * @property {string} version
 * @property {string} [license]
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */

const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** @returns {Package[]} */
export function readLock(text = fs.readFileSync(rel('package-lock.json'), 'utf8')) {
  return Object.entries(JSON.parse(text).packages)
    .filter(([place]) => place !== '')
    .map(([place, one]) => ({ place, name: nameOf(place), ...one }));
}

/**
 * The build of a package for another machine, named by the package itself (esbuild's way of shipping). Where the registry
 * that the lock was made with did not hold it, the lock knows its name and version only.
 * @param {readonly Package[]} packages
 */
export function platformOwners(packages) {
  const owners = new Map();
  for (const owner of packages)
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {}))
      owners.set(`${name} ${version}`, owner);
  /** @param {Package} one @returns {Package | undefined} */
  return (one) => (one.optional && !one.integrity ? owners.get(`${one.name} ${one.version}`) : undefined);
}
