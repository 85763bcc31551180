import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { surveyScope } from '@/lib/server/satisfaction/queries';
import { type TasksOf, task } from './kind';

const SHOWN = 10;

/** Surveys under way with households that have not answered: for those who ask them. */
export const satisfactionOpen: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'satisfaction.record')) return [];
  const rows = await tx.$queryRaw<{ id: string; name: string; missing: number }[]>`
    SELECT s.id, k.name, (SELECT count(*)::int FROM satisfaction_roll r WHERE r.survey_id = s.id AND r.how IS NULL) AS missing
    FROM satisfaction_survey s JOIN compound k ON k.id = s.compound_id WHERE ${surveyScope(actor)} AND s.status = 'open' ORDER BY s.opened_at, s.id LIMIT ${SHOWN}`;
  return rows
    .filter(({ missing }) => missing > 0)
    .map(({ id, name, missing }) =>
      task(asked, {
        key: `satisfaction:${id}`,
        kind: 'satisfactionOpen',
        href: `/satisfaction/${id}`,
        params: { name, count: missing },
      }),
    );
};
