import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { type TasksOf, task } from './kind';

interface Row {
  id: string;
  name: string;
}

/** Files that were made for this person and lie ready, a week long. */
export const readyExports: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'export.run')) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id, coalesce(f.name, '') AS name FROM export_job e LEFT JOIN stored_file f ON f.id = e.file_id
    WHERE e.created_by = ${actor.accountId}::uuid AND e.status = 'done' AND e.finished_at > anju_now() - interval '7 days'
    ORDER BY e.finished_at DESC, e.id LIMIT 5`;
  return rows.map(({ id, name }) =>
    task(asked, { key: `export:${id}`, kind: 'exportReady', href: '/imports#exports', params: { name } }),
  );
};
