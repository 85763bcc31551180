import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { compoundsHref } from '@/lib/format/compounds-href';
import { type Asked, type TasksOf, task } from './kind';
import { openCampaign } from './open-campaign';

const SHOWN = 5;

interface Row {
  id: string;
  name: string;
  facts: string[];
  field: string | null;
  total: number;
}

/** 资料不全, those with the most missing facts first: the more is missing, the longer it takes. */
async function incomplete({ tx, actor }: Asked): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT id, name, missing_facts AS facts,
      (SELECT r ->> 'field' FROM jsonb_array_elements(eligibility_reasons) r WHERE r ->> 'code' LIKE 'eligibility.missing.%' LIMIT 1) AS field,
      count(*) OVER ()::int AS total
    FROM compound WHERE status = 'active' AND eligibility = 'incomplete' AND county_id = ANY (${actor.counties}::uuid[])
    ORDER BY cardinality(missing_facts) DESC, pinyin, id LIMIT ${SHOWN}`;
}

/** Fields that stand in the form of the compound itself; buildings have their own section of its page. */
const editHref = (id: string, field: string | null) =>
  field === 'buildings' ? `/compounds/${id}#buildings` : `/compounds/${id}/edit${field ? `#${field}` : ''}`;

export const incompleteCompounds: TasksOf = async (asked) => {
  if (asked.actor.level !== 'county' || !can(asked.actor.role, 'compound.write')) return [];
  const rows = await incomplete(asked);
  const total = rows[0]?.total ?? 0;
  if (total === 0) return [];
  const campaign = await openCampaign(asked);
  const dueOn = campaign?.closesOn ?? null;
  const all = compoundsHref({ county: asked.actor.countyId, eligibility: 'incomplete' });
  const closing =
    campaign &&
    task(asked, {
      key: `campaign:${campaign.id}`,
      kind: 'campaignClosing',
      href: all,
      params: { name: campaign.name, count: total },
      dueOn,
    });
  const each = rows.map(({ id, name, facts, field }) =>
    task(asked, {
      key: `compound:${id}`,
      kind: 'compoundIncomplete',
      href: editHref(id, field),
      params: { name, count: facts.length },
      facts,
      dueOn,
    }),
  );
  const more = task(asked, {
    key: 'compounds:incomplete',
    kind: 'compoundsIncompleteMore',
    href: all,
    params: { count: total - rows.length },
    dueOn,
  });
  return [...(closing ? [closing] : []), ...each, ...(total > rows.length && !closing ? [more] : [])];
};
