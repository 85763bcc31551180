import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { removeStaleDataDirs, testDataDir } from './data-dir.mjs';
import { openTestCluster, type TestCluster } from './database';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** vitest's globalSetup of the integration project: one throwaway cluster per run, removed at its end. */
export default async function setup(project: TestProject) {
  removeStaleDataDirs();
  const { cluster, destroy: destroyCluster } = await openTestCluster();
  const destroy = () => {
    destroyCluster();
    rmSync(testDataDir, { recursive: true, force: true });
  };
  // vitest runs no teardown when it is told to end
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      destroy();
      process.exit(1);
    });
  }
  project.provide('cluster', cluster);
  return destroy;
}
