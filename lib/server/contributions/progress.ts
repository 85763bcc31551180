import 'server-only';
import type { ContributionProgress } from '@/lib/domain/contributions/answers';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { agreedResidentAmounts } from '@/lib/server/sharing/queries';

/** Households that owe nothing and have paid nothing (gone from the register since) are counted nowhere. */
export const COUNTS = Prisma.sql`(d.amount > 0 OR d.paid > 0)`;

/** Sums over dues d; the one definition for compounds, buildings and the whole. */
const SUMS = Prisma.sql`'households', count(d.household_id), 'paidHouseholds', count(*) FILTER (WHERE d.paid >= d.amount AND d.household_id IS NOT NULL),
  'partHouseholds', count(*) FILTER (WHERE d.paid > 0 AND d.paid < d.amount), 'unpaidHouseholds', count(*) FILTER (WHERE d.paid = 0 AND d.amount > 0),
  'due', ${yuan('coalesce(sum(d.amount), 0)')}, 'paid', ${yuan('coalesce(sum(d.paid), 0)')}, 'left', ${yuan('coalesce(sum(d.amount - d.paid), 0)')}`;

/** Compounds of the project in this person's places: those in it now, and those that have dues in it. */
const compoundsSql = (projectId: string) => Prisma.sql`
  SELECT c.id, c.name, c.pinyin FROM compound c WHERE EXISTS (SELECT 1 FROM project_compound m WHERE m.project_id = ${projectId}::uuid AND m.compound_id = c.id AND m.live)
    OR EXISTS (SELECT 1 FROM contribution_setting s WHERE s.project_id = ${projectId}::uuid AND s.compound_id = c.id)`;

type Row = Omit<ContributionProgress, 'compounds'> & {
  compounds: Omit<ContributionProgress['compounds'][number], 'agreed'>[];
};

/** Where each compound stands, and each building of the one asked for (else of the first). One statement: 2,000 households are counted at once. */
export async function progressOf(
  reader: Reader,
  actor: Actor,
  projectId: string,
  compoundId?: string,
): Promise<ContributionProgress | null> {
  const [rows, agreed] = await Promise.all([
    reader.$queryRaw<{ doc: Row }[]>`
      WITH places AS MATERIALIZED (${compoundsSql(projectId)}),
      dues AS MATERIALIZED (SELECT d.* FROM contribution_due d JOIN places s ON s.id = d.compound_id WHERE d.project_id = ${projectId}::uuid AND ${COUNTS}),
      wanted AS (SELECT id FROM places ORDER BY (id = ${compoundId ?? null}::uuid) DESC NULLS LAST, pinyin, id LIMIT 1)
      SELECT json_build_object('compounds', coalesce((SELECT json_agg(x.doc ORDER BY x.pinyin, x.id) FROM (
          SELECT s.pinyin, s.id, jsonb_build_object('id', s.id, 'name', s.name, ${SUMS}, 'setting', (SELECT jsonb_build_object('no', t.no, 'amount', ${yuan('t.amount')}, 'rule', t.rule,
            'households', t.households, 'setOn', (t.set_at AT TIME ZONE 'Asia/Shanghai')::date, 'reason', t.reason)
            FROM contribution_setting t WHERE t.project_id = ${projectId}::uuid AND t.compound_id = s.id ORDER BY t.no DESC LIMIT 1)) AS doc
          FROM places s LEFT JOIN dues d ON d.compound_id = s.id GROUP BY s.pinyin, s.id, s.name) x), '[]'),
        'total', (SELECT json_build_object(${SUMS}) FROM dues d),
        'buildings', coalesce((SELECT json_agg(x.doc ORDER BY x.sort_key, x.id) FROM (
          SELECT b.sort_key, b.id, jsonb_build_object('id', b.id, 'name', b.name, ${SUMS}) AS doc
          FROM dues d JOIN building b ON b.id = d.building_id WHERE d.compound_id = (SELECT id FROM wanted) GROUP BY b.sort_key, b.id, b.name) x), '[]')) AS doc
      FROM project p WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`,
    agreedResidentAmounts(reader, projectId),
  ]);
  const found = rows[0]?.doc;
  if (!found) return null;
  const amounts = new Map(
    agreed.map(({ compoundId: id, amount, rule }) => [id, { amount: formatMoney(amount), rule }]),
  );
  return { ...found, compounds: found.compounds.map((one) => ({ ...one, agreed: amounts.get(one.id) ?? null })) };
}
