// What is known of a running (or dead) PostgreSQL, a lock between starters, and free ports.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Killed, but nobody has asked for its end yet (containers without an init): as good as gone. */
function isZombie(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().startsWith('Z');
  } catch {
    return false;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A postmaster.pid may be stale, and its number may since belong to something else (usual in containers). */
export function readPidFile(data) {
  let lines;
  try {
    lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number.parseInt(lines[0], 10);
  const port = Number.parseInt(lines[3], 10);
  return { pid, port, status: (lines[7] ?? '').trim(), ours: isAlive(pid) && isPostmasterOf(pid, data) };
}

function isPostmasterOf(pid, data) {
  try {
    const argv = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return path.basename(argv[0]) === 'postgres' && argv.includes(data);
  } catch {
    return process.platform !== 'linux';
  }
}

/** Backends of a postmaster that was killed -9 may still hold its shared memory; they sit in the data folder. */
export async function endOrphans(data) {
  if (process.platform !== 'linux') return;
  const belongs = (entry) => {
    try {
      const exe = path.basename(fs.readlinkSync(`/proc/${entry}/exe`));
      return fs.readlinkSync(`/proc/${entry}/cwd`) === data && exe === 'postgres';
    } catch {
      return false;
    }
  };
  for (let round = 0; round < 50; round++) {
    const left = fs
      .readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry) && belongs(entry))
      .map(Number);
    if (left.length === 0) return;
    for (const pid of left) {
      try {
        process.kill(pid, round < 10 ? 'SIGQUIT' : 'SIGKILL');
      } catch {
        // gone in the meantime
      }
    }
    await sleep(100);
  }
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export const isPortFree = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

const ageOf = (file) => {
  try {
    return Date.now() - fs.statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};
const holderOf = (file) => {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
};

/** One at a time: a file made with O_EXCL that holds our pid; the lock of a dead holder is taken over. */
export async function withLock(file, work, patienceMs = 120_000) {
  const since = Date.now();
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      const justMade = Number.isNaN(holder) && ageOf(file) < 2000;
      // an old lock whose number now belongs to another process: nothing that is done under it takes that long
      if ((!justMade && !isAlive(holder)) || ageOf(file) > patienceMs) {
        fs.rmSync(file, { force: true });
        continue;
      }
      if (Date.now() - since > 2 * patienceMs)
        throw new Error(`${file} is held by process ${holder}; end it and try again`);
      await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}
