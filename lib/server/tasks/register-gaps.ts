import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { type TasksOf, task } from './kind';
import { openCampaign } from './open-campaign';

const SHOWN = 8;

interface Row {
  id: string;
  name: string;
  no_area: number;
  no_owner: number;
}

/** A community officer's own register: dwellings without an area or without an owner. Both votes count on them. */
export const registerGaps: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (actor.level !== 'community' || !can(actor.role, 'register.write')) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, t.households_without_area AS no_area, t.households_without_owner AS no_owner
    FROM compound c JOIN compound_total t ON t.compound_id = c.id
    WHERE c.status = 'active' AND c.community_id = ${actor.communityId}::uuid AND c.county_id = ANY (${actor.counties}::uuid[])
      AND (t.households_without_area > 0 OR t.households_without_owner > 0)
    ORDER BY t.households_without_area + t.households_without_owner DESC, c.pinyin, c.id LIMIT ${SHOWN}`;
  const dueOn = rows.length > 0 ? ((await openCampaign(asked))?.closesOn ?? null) : null;
  return rows.map(({ id, name, no_area, no_owner }) =>
    task(asked, {
      key: `register:${id}`,
      kind: 'registerGaps',
      href: `/compounds/${id}#register`,
      params: { name, noArea: no_area, noOwner: no_owner },
      dueOn,
    }),
  );
};
