// From settings to a database that is ready: brought up, its roles prepared, its migrations in step.

import { parseUrl, withDb } from './database-url.mjs';
import { ensureEmbeddedPostgres } from './embedded-pg.mjs';
import { deploy, pending } from './migrate.mjs';
import { again, connect, prepareRoles, urlFor, whoIs } from './roles.mjs';
import { readSecrets } from './secrets.mjs';

export class SetupError extends Error {}

/** True when it had to be made. */
export async function ensureDatabase(adminUrl) {
  const { database } = parseUrl(adminUrl);
  try {
    await (await connect(adminUrl)).end();
    return false;
  } catch (error) {
    if (error.code !== '3D000') throw error;
  }
  const server = await connect(withDb(adminUrl, 'postgres'));
  try {
    await server.query(`CREATE DATABASE "${database.replaceAll('"', '""')}" TEMPLATE template0 ENCODING 'UTF8'`);
    return true;
  } catch (error) {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
    return false;
  } finally {
    await server.end();
  }
}

const CAUSES = {
  ECONNREFUSED: '没有服务在监听 nothing listens there',
  ENOTFOUND: '主机名不存在 no such host',
  EAI_AGAIN: '域名无法解析 the name cannot be resolved',
  ETIMEDOUT: '超时 timed out',
  '28P01': '用户名或密码不对 wrong user or password',
  28000: '该用户不得连接 that user may not connect',
  42501: '权限不足 the role may not do that',
};

function unreachable(url, error) {
  const { host, port, pathname } = new URL(url);
  const cause = CAUSES[error.code] ?? CAUSES[error.errors?.[0]?.code] ?? error.message;
  return new SetupError(
    `数据库连不上 The database cannot be reached: ${host || `localhost:${port || 5432}`}${pathname} (${cause}).\n` +
      '请检查 DATABASE_URL；不设置它则使用内置数据库。Check DATABASE_URL; without it the embedded database is used.',
  );
}

/** The mark of a restore that did not end (lib/server/db/restore-mark.ts): nothing is built on it. */
async function refuseUnfinished(url) {
  const client = await connect(url);
  try {
    const { rows } = await client.query(`SELECT to_regnamespace('anju_restoring') IS NOT NULL AS marked`);
    if (!rows[0].marked) return;
  } finally {
    await client.end();
  }
  throw new SetupError(
    '上次从备份恢复没有做完，这个数据库不能使用。请再运行一次 npm run restore -- 备份文件；若仍被拒绝，请新建一个空数据库再恢复。\n' +
      'A restore did not end here: run npm run restore -- FILE again; where that is refused, make an empty database and restore into it.',
  );
}

/** The app and the verifier may read which migrations are in (an app server that may not migrate asks). */
async function showMigrations(ownerUrl) {
  const client = await connect(ownerUrl);
  try {
    await again(client, 'GRANT SELECT ON _prisma_migrations TO anju_app, anju_verifier, anju_backup');
  } catch (error) {
    if (error.code !== '42P01') throw error;
  } finally {
    await client.end();
  }
}

/** A privileged DATABASE_URL sets up; the processes get the roles derived from it. */
async function fromAdmin(adminUrl, secrets, { migrate }) {
  await prepareRoles(adminUrl, secrets).catch((error) => {
    if (error.code !== '42501') throw error;
    throw new SetupError(
      `DATABASE_URL 的角色不能准备四个角色 The role in DATABASE_URL cannot prepare the four roles (${error.message}).\n` +
        '请用超级用户，或有 CREATEROLE、拥有该数据库且对 anju_* 组有 ADMIN 的角色。Use a superuser, or a role with CREATEROLE that owns the database and has ADMIN on the groups anju_*.',
    );
  });
  const as = (role) => urlFor(adminUrl, role, secrets);
  const applied = migrate ? await deploy(as('owner')) : [];
  await showMigrations(as('owner'));
  return {
    adminUrl,
    ownerUrl: as('owner'),
    appUrl: as('app'),
    verifierUrl: as('verifier'),
    backupUrl: as('backup'),
    applied,
  };
}

/** An unprivileged DATABASE_URL is the app's own; then somebody else must have migrated, or ANJU_OWNER_URL is given. */
async function fromApp(appUrl, env, { migrate }) {
  const ownerUrl = env.ANJU_OWNER_URL;
  const applied = ownerUrl && migrate ? await deploy(ownerUrl) : [];
  const missing = await pending(ownerUrl ?? appUrl);
  if (migrate && missing.length) {
    throw new SetupError(
      `数据库缺少 ${missing.length} 个迁移 The database lacks ${missing.length} migrations (first: ${missing[0]}), and the role in DATABASE_URL may not apply them.\n` +
        '请设置 ANJU_OWNER_URL，或以有权限的 DATABASE_URL 运行 npm run db:migrate。Set ANJU_OWNER_URL, or run `npm run db:migrate` with a privileged DATABASE_URL.',
    );
  }
  return { ownerUrl, appUrl, verifierUrl: env.ANJU_VERIFIER_URL, backupUrl: env.ANJU_BACKUP_URL, applied };
}

/**
 * Returns { embedded, created, adminUrl?, ownerUrl?, appUrl, verifierUrl?, backupUrl?, applied, stop }.
 * `unfinished`: for a restore, which may go on where one was interrupted.
 * `stop()` ends the embedded server when nobody else of this checkout uses it, and does nothing to any other.
 */
export async function openDatabase({
  env = process.env,
  secrets = readSecrets(),
  migrate = true,
  unfinished = false,
} = {}) {
  if (!env.DATABASE_URL) {
    const server = await ensureEmbeddedPostgres({ name: 'main' });
    try {
      const created = await ensureDatabase(server.url('anju'));
      if (!unfinished) await refuseUnfinished(server.url('anju'));
      const urls = await fromAdmin(server.url('anju'), secrets, { migrate });
      return { embedded: server, created, ...urls, stop: server.stop };
    } catch (error) {
      await server.stop();
      throw error;
    }
  }
  const stop = async () => {};
  let me;
  let created;
  try {
    created = await ensureDatabase(env.DATABASE_URL);
    const client = await connect(env.DATABASE_URL);
    me = await whoIs(client);
    await client.end();
  } catch (error) {
    throw unreachable(env.DATABASE_URL, error);
  }
  if (!unfinished) await refuseUnfinished(env.DATABASE_URL);
  const urls = me.privileged
    ? await fromAdmin(env.DATABASE_URL, secrets, { migrate })
    : await fromApp(env.DATABASE_URL, env, { migrate });
  return { embedded: null, created, ...urls, stop };
}
