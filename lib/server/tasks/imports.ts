import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { TaskKind } from '@/lib/domain/tasks/answers';
import { type TasksOf, task } from './kind';

interface Row {
  id: string;
  name: string;
  status: string;
  errors: number;
}

const kindOf = ({ status, errors }: Row): TaskKind => {
  if (status === 'mapping') return 'importMapping';
  if (status === 'previewed') return errors > 0 ? 'importProblems' : 'importConfirm';
  return 'importFailed';
};

/** Sheets that were read and wait for somebody of the county: to say what the columns are, to mend, to confirm. */
export const waitingImports: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (actor.level !== 'county' || !can(actor.role, 'import.run')) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, file_name AS name, status, errors FROM import_batch
    WHERE county_id = ANY (${actor.counties}::uuid[]) AND (status IN ('mapping', 'previewed')
      OR (status IN ('failed', 'refused') AND created_by = ${actor.accountId}::uuid AND created_at > anju_now() - interval '3 days'))
    ORDER BY created_at DESC, id LIMIT 10`;
  return rows.map((row) =>
    task(asked, {
      key: `import:${row.id}`,
      kind: kindOf(row),
      href: `/imports/${row.id}`,
      params: { name: row.name, errors: row.errors },
    }),
  );
};
