// Preloaded (--import) into a process that is watched: at SIGUSR2 it writes into ANJU_WATCH_FILE the longest time its event loop was held
// since the last time (ms) and the most memory it ever had (MiB), and begins anew.
import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
loop.enable();

process.on('SIGUSR2', () => {
  // what is measured is from one beat to the next: the beat itself is no delay
  const heldMs = Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  loop.reset();
  const file = process.env.ANJU_WATCH_FILE ?? '';
  writeFileSync(`${file}.half`, JSON.stringify({ heldMs, peakMiB }));
  renameSync(`${file}.half`, file);
});
