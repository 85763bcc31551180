import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { makeBackup, type Outcome } from '@/lib/server/backup/make';
import { restoreBackup } from '@/lib/server/backup/restore';
import { verifyBackup } from '@/lib/server/backup/verify';
import { LocalStore } from '@/lib/server/files/store';
import { ensureDatabase } from '@/scripts/database.mjs';
import { migrationsIn } from '@/scripts/deploy.mjs';
import { deploy, MIGRATIONS } from '@/scripts/migrate.mjs';
import { connect, prepareRoles, urlFor } from '@/scripts/roles.mjs';
import { freshSecrets } from '@/scripts/secrets.mjs';
import { fillEveryTable } from '@/tests/support/rows';
import { makeWorld, type World } from '@/tests/support/world';

export const COLUMN_KEY = process.env.ANJU_COLUMN_KEY ?? '';

/** A folder of this test's own; its end removes it. */
export function folder(): { at: (...parts: string[]) => string; end: () => void } {
  const root = mkdtempSync(path.join(os.tmpdir(), 'anju-backup-test-'));
  return { at: (...parts) => path.join(root, ...parts), end: () => rmSync(root, { recursive: true, force: true }) };
}
export type Folder = ReturnType<typeof folder>;

/** An office with a row in every table and files in its store, and where its backups go. */
export interface Office {
  world: World;
  place: Folder;
  photo: string;
  backUp: () => Promise<Outcome>;
}

export async function openOffice(): Promise<Office> {
  const world = await makeWorld();
  const place = folder();
  const { lufengClerk } = world.actors;
  const [county, account] = [world.lufeng, lufengClerk.accountId];
  const { prefectureId, rulebookId } = world;
  await fillEveryTable(world.owner, { prefectureId, county, code: '532302', account, rulebookId });
  const stored = await new LocalStore(place.at('data', 'files')).put(one(randomBytes(2_500_000)));
  await world.owner.query(`UPDATE stored_file SET storage_key = $1, sha256 = $2, size = $3`, [
    stored.key,
    stored.sha256,
    stored.size,
  ]);
  await fillTheRest(world.owner);
  await world.owner.query('SELECT anju_audit_seal()');
  const order = { url: world.database.backupUrl, dir: place.at('backups'), dataDir: place.at('data') };
  const backUp = async () => {
    const made = await makeBackup({ ...order, columnKey: COLUMN_KEY, kind: 'manual', keep: null });
    if (!made) throw new Error('another backup is being made');
    return made;
  };
  return { world, place, photo: stored.key, backUp };
}

/** Tables that belong to nobody, and a job that waits. */
async function fillTheRest(owner: World['owner']): Promise<void> {
  await owner.query(`INSERT INTO worker_seen (id) VALUES (gen_random_uuid())`);
  await owner.query(`INSERT INTO job_due (name, slot) VALUES ('reminders.make', '2031-02-01')`);
  await owner.query(`INSERT INTO request_count (key, points) VALUES ('token', 3)`);
  await owner.query(`INSERT INTO sign_in_try (key, points) VALUES ('name', 2)`);
  await owner.query(`INSERT INTO pgboss.job (name, data) VALUES ('file.thumbnail', '{"fileId": "x"}')`);
}

export async function* one(data: Buffer): AsyncGenerator<Buffer> {
  yield data;
}

/** A database that nobody has migrated, with its four roles, as on another machine. */
export async function emptyDatabase() {
  const name = `anju_empty_${randomBytes(5).toString('hex')}`;
  const admin = new URL(inject('cluster').adminUrl);
  admin.pathname = `/${name}`;
  const secrets = freshSecrets();
  await ensureDatabase(admin.toString());
  await prepareRoles(admin.toString(), secrets);
  const as = (role: string) => urlFor(admin.toString(), role, secrets);
  const drop = async () => {
    const client = await connect(inject('cluster').adminUrl);
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    for (const role of ['owner', 'app', 'verifier', 'backup'])
      await client.query(`DROP ROLE IF EXISTS "${name}__${role}"`);
    await client.end();
  };
  return {
    name,
    adminUrl: admin.toString(),
    ownerUrl: as('owner'),
    appUrl: as('app'),
    verifierUrl: as('verifier'),
    backupUrl: as('backup'),
    drop,
  };
}
export type EmptyDatabase = Awaited<ReturnType<typeof emptyDatabase>>;

/** As npm run restore does it. */
export async function restoreInto(database: EmptyDatabase, file: string, dataDir: string) {
  const backup = await verifyBackup(file, COLUMN_KEY);
  const { ownerUrl, verifierUrl } = database;
  return restoreBackup(
    backup,
    { ownerUrl, verifierUrl, dataDir },
    {
      known: migrationsIn(MIGRATIONS),
      deploy: (only?: ReadonlySet<string>) => deploy(ownerUrl, only) as Promise<string[]>,
    },
  );
}
