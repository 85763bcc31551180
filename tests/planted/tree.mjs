// A throwaway copy of the checkout, in which a bug may stand for a moment.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'anju-plants-';
/** What is made by tools, belongs to one person, or is put in place by other means. */
const LEFT_OUT = new Set([
  ...['.git', '.data', '.next', '.env', '.env.local'],
  ...['node_modules', 'coverage', 'test-results', 'playwright-report'],
]);

const lives = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Copies that killed runs left behind. */
export function removeStaleTrees() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-')[0] : Number.NaN);
    if (Number.isInteger(pid) && !lives(pid)) fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}

/** The same files under another name, without their bytes once more; copied where links are not possible. */
export function linkTree(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else linkFile(source, target);
  }
}

function linkFile(source, target) {
  try {
    fs.linkSync(source, target);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(error.code)) throw error;
    fs.copyFileSync(source, target);
  }
}

/** What may be changed is copied, never linked: a plant must not reach the original. Packages are only read. */
export function makeTree(root, { linkPackages = false } = {}) {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    const isWanted = (source) => !LEFT_OUT.has(path.relative(root, source));
    fs.cpSync(root, at, { recursive: true, verbatimSymlinks: true, filter: isWanted });
    const packages = path.join(root, 'node_modules');
    // the bundler follows no link that leads out of its folder; everything else does
    if (linkPackages) linkTree(packages, path.join(at, 'node_modules'));
    else fs.symlinkSync(fs.realpathSync(packages), path.join(at, 'node_modules'));
  } catch (error) {
    fs.rmSync(at, { recursive: true, force: true });
    throw error;
  }
  return { at, remove: () => fs.rmSync(at, { recursive: true, force: true }) };
}

/** With the bug in the copy, and without it again afterwards. */
export async function planted(at, { file, find, put }, work) {
  const target = path.join(at, file);
  const text = fs.readFileSync(target, 'utf8');
  fs.writeFileSync(
    target,
    text.replace(find, () => put),
  );
  try {
    return await work();
  } finally {
    fs.writeFileSync(target, text);
  }
}
