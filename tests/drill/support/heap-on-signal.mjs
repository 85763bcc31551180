// Preloaded into a process that is watched for leaks (--expose-gc --import): at SIGUSR2 it collects, then writes what
// is left into the file ANJU_HEAP_FILE. What a collection cannot free is kept by somebody.
import { renameSync, writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const file = process.env.ANJU_HEAP_FILE ?? '';
  writeFileSync(`${file}.half`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.half`, file);
});
