import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { ensureDatabase } from '@/scripts/database.mjs';
import { destroyStale, ensureEmbeddedPostgres } from '@/scripts/embedded-pg.mjs';
import { deploy } from '@/scripts/migrate.mjs';
import { connect, prepareRoles, settleDatabase, urlFor } from '@/scripts/roles.mjs';
import { freshSecrets } from '@/scripts/secrets.mjs';

const TEMPLATE = 'anju_test';

export interface TestCluster {
  /** superuser, in the database `postgres` */
  adminUrl: string;
  roles: Record<string, string>;
}

export interface TestDatabase {
  name: string;
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  verifierUrl: string;
  backupUrl: string;
  drop: () => Promise<void>;
}

/** Database, roles and migrations that the databases of tests are copied from. */
export async function prepareTemplate(server: { url: (database?: string) => string }): Promise<TestCluster> {
  const secrets = freshSecrets();
  await ensureDatabase(server.url(TEMPLATE));
  await prepareRoles(server.url(TEMPLATE), secrets);
  await deploy(urlFor(server.url(TEMPLATE), 'owner', secrets));
  return { adminUrl: server.url(), roles: secrets.roles };
}

/** A cluster without fsync under this process's number; those of killed runs are removed first. */
export async function openTestCluster() {
  await destroyStale('test-');
  const server = await ensureEmbeddedPostgres({ name: `test-${process.pid}`, throwaway: true });
  try {
    return { cluster: await prepareTemplate(server), destroy: server.destroy };
  } catch (error) {
    server.destroy();
    throw error;
  }
}

async function onServer<T>(
  adminUrl: string,
  work: (client: Awaited<ReturnType<typeof connect>>) => Promise<T>,
): Promise<T> {
  const client = await connect(adminUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated, empty database of its own for a test file (a copy of the template: tens of milliseconds). */
export const freshDatabase = (cluster: TestCluster = inject('cluster')): Promise<TestDatabase> =>
  copyOf(TEMPLATE, cluster);

const newName = () => `${TEMPLATE}_${randomBytes(6).toString('hex')}`;

function addressesOf(name: string, cluster: TestCluster): TestDatabase {
  const as = (role: string) => urlFor(cluster.adminUrl, role, cluster, name, TEMPLATE);
  const admin = new URL(cluster.adminUrl);
  admin.pathname = `/${name}`;
  return {
    name,
    adminUrl: admin.toString(),
    ownerUrl: as('owner'),
    appUrl: as('app'),
    verifierUrl: as('verifier'),
    backupUrl: as('backup'),
    drop: async () => {
      await onServer(cluster.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}

/** A copy of a database that nobody is connected to, with the roles of all tests. */
async function copyOf(template: string, cluster: TestCluster, name = newName()): Promise<TestDatabase> {
  await onServer(cluster.adminUrl, async (client) => {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER "${TEMPLATE}__owner"`);
    await settleDatabase(client, name, TEMPLATE);
  });
  return addressesOf(name, cluster);
}

/**
 * The same, of a database that is filled once a run: the first test file that asks for `what` fills it, the others copy it.
 * `fill` is told which one is to be filled and which one the file will get, and leaves no connection behind.
 */
export async function filledDatabase(
  what: string,
  fill: (made: TestDatabase, own: TestDatabase) => Promise<void>,
  cluster: TestCluster = inject('cluster'),
): Promise<TestDatabase> {
  const template = `${TEMPLATE}_of_${what}`;
  const name = newName();
  await onServer(cluster.adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    const made = await freshDatabase(cluster);
    await fill(made, addressesOf(name, cluster));
    await client.query(`ALTER DATABASE "${made.name}" RENAME TO "${template}"`);
  });
  return copyOf(template, cluster, name);
}
