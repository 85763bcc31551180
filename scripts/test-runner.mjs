// How npm test and npm run drill begin a runner of tests.
import { begin } from './children.mjs';
import { rel } from './paths.mjs';

/** Shows what the runner prints; a failure is counted from its report, the others still run. */
export async function runner(name, args, env = {}) {
  console.log(`\n—— ${name}`);
  const child = begin(process.execPath, args, { env: { ...process.env, ...env } });
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(status ?? signal)));
  return { name, ok: code === 0 };
}

/** next build wants settings that are well-formed; it opens no database. */
export const BUILD_ENV = {
  ...process.env,
  DATABASE_URL: 'postgresql://build@127.0.0.1:9/none',
  NEXTAUTH_SECRET: 'only-for-the-build-0123456789abcdefghij',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  ANJU_COLUMN_KEY: Buffer.alloc(32).toString('base64'),
};

/** One project of vitest.config.ts, with its report for the count at the end. */
export const vitestRun = (project, report, more = []) => [
  rel('node_modules/vitest/vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...more,
];
