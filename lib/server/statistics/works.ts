import 'server-only';
import { unitOf } from '@/lib/domain/plans/items';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { ofUnit } from '@/lib/domain/statistics/facts';
import type { ItemWorks, Works } from '@/lib/domain/statistics/work-facts';
import { OTHER_CLASS } from '@/lib/domain/statistics/work-rows';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Span } from './counted';

type Texts = 'cost' | 'quantity' | 'quantityDone';
type ItemRow = Omit<ItemWorks, Texts> & Record<Texts, string> & { unit: string };
interface ClassRow {
  unit: string;
  class: string;
  compounds: number;
}
interface PlanRow {
  unit: string;
  known: number;
  missing: number;
}
interface PaidRow {
  unit: string;
  item: string;
  fen: string;
}

/** The latest final plan of each compound of the year's projects; what it has to be done, with the class and usual unit of the year's menu. */
const ground = ({ yearId, counties }: Span, { menu }: Rulebook) => Prisma.sql`
  m AS MATERIALIZED (SELECT p.county_id, p.id AS project_id, m.compound_id FROM project p JOIN project_compound m ON m.project_id = p.id AND m.live
    WHERE p.programme_year_id = ${yearId}::uuid AND p.county_id = ANY(${counties}::uuid[]) AND p.status <> 'withdrawn'),
  v AS MATERIALIZED (SELECT DISTINCT ON (m.compound_id) m.county_id, m.project_id, m.compound_id, v.id FROM m JOIN compound_plan v ON v.compound_id = m.compound_id AND v.status = 'final'
    ORDER BY m.compound_id, v.no DESC),
  menu (item, class, unit) AS (SELECT * FROM unnest(${menu.map(({ code }) => code)}::text[], ${menu.map((item) => item.class)}::text[], ${menu.map(unitOf)}::text[])),
  w AS MATERIALIZED (SELECT v.county_id, v.compound_id, i.item, coalesce(n.class, ${OTHER_CLASS}) AS class, i.cost, i.unit_cost IS NULL OR i.quantity IS NULL AS uncosted,
      i.quantity, i.quantity IS NULL OR i.unit IS DISTINCT FROM n.unit AS unmeasured,
      EXISTS (SELECT 1 FROM item_completion d WHERE d.project_id = v.project_id AND d.compound_id = v.compound_id AND d.building_id IS NOT DISTINCT FROM i.building_id AND d.item = i.item
        AND d.retired_at IS NULL) AS done
    FROM v JOIN plan_item i ON i.plan_id = v.id AND i.answer = 'todo' LEFT JOIN menu n ON n.item = i.item)`;

const itemRows = (reader: Reader, span: Span, rulebook: Rulebook) => reader.$queryRaw<ItemRow[]>`
  WITH ${ground(span, rulebook)}
  SELECT county_id AS unit, item, count(*)::int AS planned, (count(*) FILTER (WHERE done))::int AS completed, sum(cost)::text AS cost, (count(*) FILTER (WHERE uncosted))::int AS uncosted,
    coalesce(sum(quantity) FILTER (WHERE NOT unmeasured), 0)::text AS quantity, (count(*) FILTER (WHERE unmeasured))::int AS unmeasured,
    coalesce(sum(quantity) FILTER (WHERE done AND NOT unmeasured), 0)::text AS "quantityDone", (count(*) FILTER (WHERE done AND unmeasured))::int AS "unmeasuredDone"
  FROM w GROUP BY 1, 2`;

const classRows = (reader: Reader, span: Span, rulebook: Rulebook) => reader.$queryRaw<ClassRow[]>`
  WITH ${ground(span, rulebook)} SELECT county_id AS unit, class, count(DISTINCT compound_id)::int AS compounds FROM w GROUP BY 1, 2`;

const planRows = (reader: Reader, span: Span, rulebook: Rulebook) => reader.$queryRaw<PlanRow[]>`
  WITH ${ground(span, rulebook)}
  SELECT m.county_id AS unit, count(v.id)::int AS known, (count(*) - count(v.id))::int AS missing FROM m LEFT JOIN v ON v.compound_id = m.compound_id GROUP BY 1`;

const paidRows = (reader: Reader, { yearId, counties }: Span) => reader.$queryRaw<PaidRow[]>`
  SELECT county_id AS unit, item, sum(paid)::text AS fen FROM fund_flow WHERE programme_year_id = ${yearId}::uuid AND county_id = ANY(${counties}::uuid[]) GROUP BY 1, 2`;

const readItem = ({ cost, quantity, quantityDone, unit: _, ...row }: ItemRow): ItemWorks => ({
  ...row,
  ...{ cost: BigInt(cost), quantity: BigInt(quantity), quantityDone: BigInt(quantityDone) },
});

/** By county, what is to be done and is done of each item, by the final plans; and what was paid for it. */
export async function worksOf(reader: Reader, span: Span, rulebook: Rulebook): Promise<(county: string) => Works> {
  const [items, classes, plans, paid] = await Promise.all([
    itemRows(reader, span, rulebook),
    classRows(reader, span, rulebook),
    planRows(reader, span, rulebook),
    paidRows(reader, span),
  ]);
  const [itemsOf, classesOf, plansOf, paidOf] = [ofUnit(items), ofUnit(classes), ofUnit(plans), ofUnit(paid)];
  return (county) => {
    const { known, missing } = plansOf(county)[0] ?? { known: 0, missing: 0 };
    return {
      items: itemsOf(county).map(readItem),
      compounds: new Map(classesOf(county).map(({ class: of, compounds }) => [of, compounds])),
      plans: { known, missing },
      paid: new Map(paidOf(county).map(({ item, fen }) => [item, BigInt(fen)])),
    };
  };
}
