import { existsSync } from 'node:fs';
import { destroyStale } from '@/scripts/embedded-pg.mjs';
import { rel } from '@/scripts/paths.mjs';

/** vitest's globalSetup of the drills: the application must be built; clusters of killed runs are removed. */
export default async function setup() {
  if (!existsSync(rel('.next', 'BUILD_ID')))
    throw new Error('The drills run the built application: `npm run drill` builds it (or `npm test`).');
  await destroyStale('drill-');
}
