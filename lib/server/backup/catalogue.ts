import 'server-only';
import type pg from 'pg';

// What guards the rows, one line each, in words that are the same in any database of the same migrations.
const GUARDS = `
  SELECT 'table ' || c.relname || ' security ' || c.relrowsecurity || ' forced ' || c.relforcerowsecurity || ' owner ' || pg_get_userbyid(c.relowner) AS line
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  UNION ALL SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' not null ' || a.attnotnull
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
  UNION ALL SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, 'check', with_check) FROM pg_policies WHERE schemaname = 'public'
  UNION ALL SELECT concat_ws(' ', 'grant', c.relname || '.' || a.attname, pg_get_userbyid(x.grantee), x.privilege_type, x.is_grantable)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN LATERAL aclexplode(a.attacl) x WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', 'grant', c.relname, pg_get_userbyid(x.grantee), x.privilege_type, x.is_grantable)
    FROM pg_class c CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault(CASE WHEN c.relkind = 'S' THEN 'S' ELSE 'r' END::"char", c.relowner))) x
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')
  UNION ALL SELECT concat_ws(' ', 'trigger', c.relname, pg_get_triggerdef(t.oid), 'enabled', t.tgenabled)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
  UNION ALL SELECT concat_ws(' ', 'constraint', r.conrelid::regclass, r.conname, pg_get_constraintdef(r.oid), 'valid', r.convalidated)
    FROM pg_constraint r WHERE r.connamespace = 'public'::regnamespace AND r.contype <> 'n' AND r.conrelid <> 0
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT concat_ws(' ', 'function', p.oid::regprocedure, 'definer', p.prosecdef, pg_get_userbyid(x.grantee), x.privilege_type, md5(p.prosrc))
    FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
    WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')`;

/** Row security and its force, policies, grants, triggers and whether they are awake, constraints, indexes, functions. */
export async function guardsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(GUARDS);
  return [...new Set(rows.map(({ line }) => line))].sort();
}

/** What one list has and the other lacks: − was there and is not, + is there and was not. */
export function differences(was: readonly string[], is: readonly string[]): string[] {
  const [before, after] = [new Set(was), new Set(is)];
  return [
    ...was.filter((line) => !after.has(line)).map((line) => `− ${line}`),
    ...is.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}
