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

/** Projects of vitest.config.ts, with their report for the count at the end. */
export const vitestRun = (projects, report, more = []) => [
  rel('node_modules/vitest/vitest.mjs'),
  'run',
  ...projects.flatMap((project) => ['--project', project]),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...more,
];

/** The drills: what kills and cuts off, one file after the other, then what asks at every wall, two side by side. */
export const DRILLS = ['drill', 'walls'];
