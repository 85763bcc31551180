import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { testDataDir } from './tests/support/data-dir.mjs';

const root = import.meta.dirname;
const alias = [
  { find: /^@\//, replacement: `${root}/` },
  { find: 'server-only', replacement: path.join(root, 'tests/support/server-only.ts') },
];

/** Settings that the server's modules refuse to do without; DATABASE_URL is each test's own (freshDatabase). */
const env = {
  TZ: 'UTC',
  NEXTAUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  ANJU_COLUMN_KEY: Buffer.alloc(32, 7).toString('base64'),
  ANJU_ALLOW_CLOCK_SHIFT: '1',
  // The walls send thousands of requests in one person's name; that limits hold is a test of its own.
  ANJU_LIMIT_FACTOR: '1000',
};

/** Of the drills: they run the built application. */
const drill = {
  environment: 'node' as const,
  env,
  globalSetup: ['tests/drill/support/before.ts'],
  pool: 'forks' as const,
  testTimeout: 20 * 60_000,
  hookTimeout: 5 * 60_000,
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          env,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          env: { ...env, ANJU_DATA_DIR: testDataDir },
          globalSetup: ['tests/support/cluster.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Real processes of the built application, killed and cut off: one file after the other, nothing else beside it.
        extends: true,
        test: {
          ...drill,
          name: 'drill',
          include: ['tests/drill/*.test.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Everything asked by everybody. Nobody is killed and nothing is timed, so that two files may stand side by side.
        extends: true,
        test: {
          ...drill,
          name: 'walls',
          include: ['tests/drill/walls/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
