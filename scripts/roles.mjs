// The four roles of the database. Migrations speak of the groups (anju_owner, anju_app, anju_verifier, anju_backup);
// who signs in is <database>__owner and so on, a member of its group. None is superuser, none bypasses row security.
import pg from 'pg';
import { parseUrl } from './database-url.mjs';
import { ROLE_NAMES } from './secrets.mjs';

const group = (role) => `anju_${role}`;
export const loginRole = (database, role) => `${database}__${role}`;
const id = (name) => pg.escapeIdentifier(name);
const text = (value) => pg.escapeLiteral(value);

/** Waiting, locks and idle transactions end by themselves; pg_temp comes last, so that nobody shadows a table with it. */
const APP_SETTINGS = {
  statement_timeout: '15s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
};
const EVERY_ROLE = { TimeZone: 'UTC', search_path: 'public, pg_temp' };

export async function connect(url) {
  const client = new pg.Client(parseUrl(url).cfg);
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Roles belong to the whole server: two set-ups at once may touch the same row. */
export async function again(client, sql) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await client.query(sql);
    } catch (error) {
      const raced = error.code === 'XX000' || error.code === '23505' || error.code === '42710';
      if (!raced || attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * (attempt + 1)));
    }
  }
}

const exists = async (client, role) =>
  (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount === 1;

/** Whether `role` has the rights of `of` without asking for them; the catalogue says it in other words in each version. */
const isMember = async (client, role, of) =>
  (await client.query("SELECT pg_has_role($1::name, $2::name, 'USAGE') AS is", [role, of])).rows[0].is;

async function ensureRole(client, role, attributes) {
  if (await exists(client, role)) return;
  try {
    await client.query(`CREATE ROLE ${id(role)} ${attributes}`);
  } catch (error) {
    if (error.code !== '42710' && error.code !== '23505') throw error;
  }
}

const WEAK = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
/** Only who has an attribute may even name it; a new role has none of them anyway. */
const attributesFor = (me) => (me.rolsuper ? WEAK : '');

async function ensureRoles(client, me, name, passwords) {
  for (const role of ROLE_NAMES) {
    const login = loginRole(name, role);
    await ensureRole(client, group(role), 'NOLOGIN');
    await ensureRole(client, login, 'LOGIN INHERIT');
    await again(client, `ALTER ROLE ${id(login)} LOGIN INHERIT ${attributesFor(me)} PASSWORD ${text(passwords[role])}`);
    if (!(await isMember(client, login, group(role)))) {
      await again(client, `GRANT ${id(group(role))} TO ${id(login)}`);
    }
  }
}

/** What a copy of a database does not take along: its owner's grants and the settings of its roles. */
export async function settleDatabase(client, name, rolePrefix = name) {
  const login = (role) => id(loginRole(rolePrefix, role));
  await client.query(`REVOKE ALL ON DATABASE ${id(name)} FROM PUBLIC`);
  for (const role of ROLE_NAMES) {
    await again(client, `GRANT CONNECT ON DATABASE ${id(name)} TO ${login(role)}`);
    for (const [key, value] of Object.entries({ ...EVERY_ROLE, ...(role === 'app' ? APP_SETTINGS : {}) })) {
      const list = key === 'search_path' ? value : text(value);
      await again(client, `ALTER ROLE ${login(role)} IN DATABASE ${id(name)} SET ${key} = ${list}`);
    }
  }
  // bulk imports fill a temporary table first (COPY into a table under row security is refused)
  await again(client, `GRANT TEMPORARY ON DATABASE ${id(name)} TO ${login('app')}`);
}

async function giveToOwner(client, me, name) {
  const owner = id(loginRole(name, 'owner'));
  if (!me.rolsuper) await again(client, `GRANT ${owner} TO CURRENT_USER`);
  if (me.rolsuper || me.rolcreatedb) await again(client, `ALTER DATABASE ${id(name)} OWNER TO ${owner}`);
  else await again(client, `GRANT CREATE, TEMPORARY ON DATABASE ${id(name)} TO ${owner}`);
  await again(client, `ALTER SCHEMA public OWNER TO ${owner}`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  for (const role of ROLE_NAMES) await again(client, `GRANT USAGE ON SCHEMA public TO ${id(group(role))}`);
}

/** Who the URL signs in as: the facts that decide what it may be used for. */
export async function whoIs(client) {
  const { rows } = await client.query(
    `SELECT r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, current_database() AS database,
            pg_has_role(d.datdba, 'MEMBER') AS owns
       FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
  );
  return { ...rows[0], privileged: rows[0].rolsuper || (rows[0].rolcreaterole && rows[0].owns) };
}

/**
 * Idempotent. `adminUrl` names the database; its role must be superuser, or own the database and have CREATEROLE.
 * `secrets` holds the passwords of the four sign-in roles (see secrets.mjs).
 */
export async function prepareRoles(adminUrl, secrets) {
  const client = await connect(adminUrl);
  try {
    const me = await whoIs(client);
    await client.query('SELECT pg_advisory_lock(7270737, 2)');
    await ensureRoles(client, me, me.database, secrets.roles);
    await settleDatabase(client, me.database);
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await giveToOwner(client, me, me.database);
  } finally {
    await client.end();
  }
}

/** The same server and database as `url`, signed in as one of the four. */
export function urlFor(url, role, secrets, database = parseUrl(url).database, rolePrefix = database) {
  const target = new URL(url);
  target.username = encodeURIComponent(loginRole(rolePrefix, role));
  target.password = encodeURIComponent(secrets.roles[role]);
  target.pathname = `/${encodeURIComponent(database)}`;
  return target.toString();
}
