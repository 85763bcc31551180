// The tables of the job queue (pg-boss) and its queues: made by the owner's role with the migrations, so that the app's
// role only reads and writes rows.
import fs from 'node:fs';
import PgBoss from 'pg-boss';
import { parseUrl } from './database-url.mjs';
import { rel } from './paths.mjs';
import { connect } from './roles.mjs';

const SCHEMA = 'pgboss';
const GRANTS = `
  GRANT USAGE ON SCHEMA ${SCHEMA} TO anju_app, anju_backup;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO anju_app;
  GRANT SELECT ON ALL TABLES IN SCHEMA ${SCHEMA} TO anju_backup;`;

/** The queues as the worker expects them; one place for both. */
export const readQueues = () => JSON.parse(fs.readFileSync(rel('lib/server/jobs/queues.json'), 'utf8'));

/** Idempotent; a pg-boss of a later version migrates its tables here. */
export async function installJobs(ownerUrl) {
  const boss = new PgBoss({ ...parseUrl(ownerUrl).cfg, schema: SCHEMA, supervise: false, schedule: false, max: 1 });
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const { name, ...options } of readQueues()) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false, wait: true, timeout: 5000 });
  }
  const client = await connect(ownerUrl);
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}
