import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { testDataDir } from './data-dir.mjs';
import { openTestCluster, type TestCluster } from './database';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** vitest's globalSetup of the integration project: one throwaway cluster per run, removed at its end. */
export default async function setup(project: TestProject) {
  const { cluster, destroy } = await openTestCluster();
  // vitest runs no teardown when it is told to end
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      destroy();
      process.exit(1);
    });
  }
  project.provide('cluster', cluster);
  return async () => {
    destroy();
    await rm(testDataDir, { recursive: true, force: true });
  };
}
