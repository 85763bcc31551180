import 'server-only';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '@/lib/domain/operations/condition';
import { type Ask, askPool } from '@/lib/server/db/ask';
import { RESTORE_MARK } from '@/lib/server/db/restore-mark';
import { env } from '@/lib/server/env';

export interface RoleFacts {
  superuser: boolean;
  bypasses_row_security: boolean;
  owns_tables: boolean;
  shift_ms: string;
  restoring: boolean;
}

/** Who the process is to the database, and whether the clock was moved: by one statement. */
export async function roleFacts(ask: Ask = askPool): Promise<RoleFacts> {
  const [facts] = await ask<RoleFacts>(`
    SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses_row_security,
      EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns_tables,
      (extract(epoch FROM anju_now() - now()) * 1000)::bigint::text AS shift_ms,
      to_regnamespace('${RESTORE_MARK}') IS NOT NULL AS restoring
    FROM pg_roles r WHERE r.rolname = current_user`);
  if (!facts) throw new Error('the database does not know who asks');
  return facts;
}

/** Codes of what makes this role unfit: whoever owns the tables or passes row security would take the second wall down. */
export function roleFaults(facts: RoleFacts): Fault[] {
  const faults: [Fault, boolean][] = [
    ['role_superuser', facts.superuser],
    ['role_bypasses_row_security', facts.bypasses_row_security],
    ['role_owns_tables', facts.owns_tables],
  ];
  return faults.filter(([, holds]) => holds).map(([code]) => code);
}

export const clockFaults = (facts: RoleFacts): Fault[] =>
  facts.shift_ms !== '0' && env().ANJU_ALLOW_CLOCK_SHIFT !== '1' ? ['clock_shifted'] : [];

/** A restore that did not end: what is there is not what was backed up. */
export const restoreFaults = (facts: RoleFacts): Fault[] => (facts.restoring ? ['restore_unfinished'] : []);

const MIGRATIONS = path.join(process.cwd(), 'prisma/migrations');

/** Migrations of this release that the database lacks, and those of the database that this release does not know. */
export async function migrationFaults(ask: Ask = askPool): Promise<Fault[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const known = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const rows = await ask<{ name: string; finished: boolean }>(
    'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const applied = new Set(rows.filter(({ finished }) => finished).map(({ name }) => name));
  const faults: [Fault, boolean][] = [
    ['migrations_pending', [...known].some((name) => !applied.has(name))],
    ['migrations_unknown', [...applied].some((name) => !known.has(name))],
    ['migration_failed', rows.some(({ finished }) => !finished)],
  ];
  return faults.filter(([, holds]) => holds).map(([code]) => code);
}
