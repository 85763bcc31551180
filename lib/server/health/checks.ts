import 'server-only';
import { constants } from 'node:fs';
import { access, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pool } from '@/lib/server/db/pool';
import { env } from '@/lib/server/env';

export interface RoleFacts {
  superuser: boolean;
  bypasses_row_security: boolean;
  owns_tables: boolean;
  shift_ms: string;
}

/** Who the process is to the database, and whether the clock was moved: by one statement. */
export async function roleFacts(): Promise<RoleFacts> {
  const { rows } = await pool().query<RoleFacts>(`
    SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses_row_security,
      EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns_tables,
      coalesce((SELECT shift_ms FROM anju_clock), 0)::text AS shift_ms
    FROM pg_roles r WHERE r.rolname = current_user`);
  const [facts] = rows;
  if (!facts) throw new Error('the database does not know who asks');
  return facts;
}

/** Codes of what makes this role unfit: whoever owns the tables or passes row security would take the second wall down. */
export function roleFaults(facts: RoleFacts): string[] {
  return [
    ...(facts.superuser ? ['role_superuser'] : []),
    ...(facts.bypasses_row_security ? ['role_bypasses_row_security'] : []),
    ...(facts.owns_tables ? ['role_owns_tables'] : []),
  ];
}

export const clockFaults = (facts: RoleFacts): string[] =>
  facts.shift_ms !== '0' && env().ANJU_ALLOW_CLOCK_SHIFT !== '1' ? ['clock_shifted'] : [];

const MIGRATIONS = path.join(process.cwd(), 'prisma/migrations');

/** Migrations of this release that the database lacks, and those of the database that this release does not know. */
export async function migrationFaults(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const known = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const { rows } = await pool().query<{ name: string; finished: boolean }>(
    'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const applied = new Set(rows.filter(({ finished }) => finished).map(({ name }) => name));
  return [
    ...([...known].some((name) => !applied.has(name)) ? ['migrations_pending'] : []),
    ...([...applied].some((name) => !known.has(name)) ? ['migrations_unknown'] : []),
    ...(rows.some(({ finished }) => !finished) ? ['migration_failed'] : []),
  ];
}

export async function storageFaults(): Promise<string[]> {
  try {
    await mkdir(env().ANJU_DATA_DIR, { recursive: true });
    await access(env().ANJU_DATA_DIR, constants.R_OK | constants.W_OK);
    return [];
  } catch {
    return ['storage_not_writable'];
  }
}

/** When the job runner last looked after its queues; null where it never ran. Information only: pages work without it. */
export async function jobsSeenAt(): Promise<string | null> {
  try {
    const { rows } = await pool().query<{ seen: Date | null }>(
      'SELECT greatest(maintained_on, monitored_on) AS seen FROM pgboss.version',
    );
    return rows[0]?.seen?.toISOString() ?? null;
  } catch {
    return null;
  }
}
