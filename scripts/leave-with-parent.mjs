// Preloaded (--import) into the processes that npm start begins: when their parent is killed outright, they go too,
// and the embedded database, which nobody is left to stop, after them.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

function releaseDatabase() {
  const script = fileURLToPath(new URL('./embedded-pg.mjs', import.meta.url));
  spawn(process.execPath, [script, 'release'], { detached: true, stdio: 'ignore' }).unref();
}

if (process.channel) {
  process.once('disconnect', () => {
    if (process.env.ANJU_EMBEDDED === '1') process.once('exit', releaseDatabase);
    setTimeout(() => process.exit(1), 12_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
