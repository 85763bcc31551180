// Preloaded (--import) into the processes that npm start begins: when their parent is killed outright, they go too,
// and the embedded database, which nobody is left to stop, after them (ANJU_ON_ORPHAN: what embedded-pg.mjs is to do).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

function releaseDatabase(command) {
  const script = fileURLToPath(new URL('./embedded-pg.mjs', import.meta.url));
  // a test's cluster lies beside the checkout's own, the process's files do not
  const env = { ...process.env, ANJU_DATA_DIR: process.env.ANJU_ORPHAN_DIR ?? process.env.ANJU_DATA_DIR ?? '' };
  spawn(process.execPath, [script, ...command.split(' ')], { env, detached: true, stdio: 'ignore' }).unref();
}

if (process.channel) {
  process.once('disconnect', () => {
    const command = process.env.ANJU_ON_ORPHAN;
    if (command) process.once('exit', () => releaseDatabase(command));
    setTimeout(() => process.exit(1), 12_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
