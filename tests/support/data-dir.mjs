import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Files that the tests of one run store; removed with the cluster. Its name is the number of vitest's own process. */
const PREFIX = 'anju-test-files-';
export const testDataDir = path.join(os.tmpdir(), `${PREFIX}${process.pid}`);

const lives = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** What runs that were killed left behind. */
export function removeStaleDataDirs() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (Number.isInteger(pid) && !lives(pid)) fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}
