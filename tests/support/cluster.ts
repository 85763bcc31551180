import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { testDataDir } from './data-dir';
import { openTestCluster, type TestCluster } from './database';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** vitest's globalSetup of the integration project: one throwaway cluster per run, removed at its end. */
export default async function setup(project: TestProject) {
  const { cluster, destroy } = await openTestCluster();
  project.provide('cluster', cluster);
  return async () => {
    destroy();
    await rm(testDataDir, { recursive: true, force: true });
  };
}
