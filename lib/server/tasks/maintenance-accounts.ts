import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { projectScope } from '@/lib/server/projects/scope';
import { type TasksOf, task } from './kind';

const SHOWN = 5;
/** from here on residents' money is planned (P三(三)3) */
const PLANNED = 3;

interface Row {
  id: string;
  name: string;
}

/** P四(二)4: where a compound under way has no maintenance-fund account, it is opened. For its community and the county bureau. */
export const maintenanceAccounts: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'contribution.write')) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name FROM project p JOIN project_compound m ON m.project_id = p.id AND m.live JOIN compound c ON c.id = m.compound_id
    WHERE p.status = 'active' AND p.stage > ${PLANNED} AND ${projectScope(actor)} AND c.status = 'active' AND c.has_maintenance_fund IS DISTINCT FROM true
      AND c.county_id = ANY (${[...actor.counties]}::uuid[]) AND NOT EXISTS (SELECT 1 FROM maintenance_account a WHERE a.compound_id = c.id)
    GROUP BY c.id, c.name, c.pinyin ORDER BY min(p.stage) DESC, c.pinyin, c.id LIMIT ${SHOWN}`;
  return rows.map(({ id, name }) =>
    task(asked, {
      key: `maintenance:${id}`,
      kind: 'maintenanceAccount',
      href: `/compounds/${id}/maintenance-fund`,
      params: { name },
    }),
  );
};
