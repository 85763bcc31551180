import 'server-only';
import type pg from 'pg';
import { type WorksFacts, worksOf } from '@/lib/domain/overview/reckon';
import { keepRulebook } from '@/lib/server/compounds/rulebook-in-force';
import type { Problem } from './records';

const MOST = 1_000;
const DAY = (column: string) => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`;

/** The facts as they stand, read by a statement of its own: nothing of it is shared with what keeps the figures. */
const FACTS = `
  WITH inside AS (SELECT c.project_id, c.compound_id, (SELECT v.id FROM compound_plan v WHERE v.compound_id = c.compound_id AND v.status = 'final' ORDER BY v.no DESC LIMIT 1) AS plan_id
    FROM project_compound c WHERE c.live)
  SELECT p.id, p.county_id, p.programme_year_id, p.rulebook_id, json_build_object('status', p.status, 'stage', p.stage, 'startBy', y.start_by, 'completeBy', y.complete_by,
    'compounds', (SELECT coalesce(json_agg(json_build_object('id', i.compound_id, 'households', coalesce(t.households, 0), 'floorArea', coalesce(t.floor_area, 0)::text, 'planFinal', i.plan_id IS NOT NULL)), '[]')
      FROM inside i LEFT JOIN compound_total t ON t.compound_id = i.compound_id WHERE i.project_id = p.id),
    'milestones', (SELECT coalesce(json_agg(json_build_object('compoundId', m.compound_id, 'kind', m.kind, 'accepted', m.status = 'accepted', 'receivedOn', ${DAY('m.first_received_at')})), '[]')
      FROM milestone m WHERE m.project_id = p.id AND m.first_received_at IS NOT NULL),
    'stages', (SELECT coalesce(json_object_agg(s.stage, ${DAY('coalesce(s.received_at, s.accepted_at)')}), '{}') FROM project_stage s
      WHERE s.project_id = p.id AND s.stage IN (8, 9) AND s.status = 'completed' AND coalesce(s.received_at, s.accepted_at) IS NOT NULL),
    'items', (SELECT coalesce(json_agg(json_build_object('compoundId', i.compound_id, 'buildingId', n.building_id, 'item', n.item, 'answer', n.answer)), '[]')
      FROM inside i JOIN plan_item n ON n.plan_id = i.plan_id WHERE i.project_id = p.id),
    'done', (SELECT coalesce(json_agg(json_build_object('compoundId', d.compound_id, 'buildingId', d.building_id, 'item', d.item)), '[]') FROM item_completion d WHERE d.project_id = p.id AND d.retired_at IS NULL),
    'haves', (SELECT coalesce(json_agg(json_build_object('compoundId', h.compound_id, 'have', h.have)), '[]') FROM inside i JOIN compound_have h ON h.compound_id = i.compound_id WHERE i.project_id = p.id AND h.attested)) AS facts
  FROM project p JOIN programme_year y ON y.id = p.programme_year_id`;
const KEPT = `SELECT concat_ws(' ', county_id, programme_year_id, figure, key) AS place, sum(n)::text AS n, sum(households)::text AS households, sum(floor_area)::text AS "floorArea"
  FROM works_line WHERE figure <> 'vote' GROUP BY county_id, programme_year_id, figure, key HAVING sum(n) <> 0 OR sum(households) <> 0 OR sum(floor_area) <> 0`;
const VOTES = `SELECT concat_ws(' ', 'vote', county_id, key) AS place FROM (
    SELECT county_id, programme_year_id, key, sum(n) AS n, sum(households) AS h, sum(floor_area) AS a FROM works_line WHERE figure = 'vote' GROUP BY 1, 2, 3
    UNION ALL SELECT county_id, programme_year_id, concat_ws('/', round, status, coalesce(outcome, '')), -count(*), -sum(roll_households), -sum(roll_area) FROM vote_round GROUP BY 1, 2, 3) d
  GROUP BY county_id, programme_year_id, key HAVING sum(n) <> 0 OR sum(h) <> 0 OR sum(a) <> 0 ORDER BY 1`;

interface Row {
  county_id: string;
  programme_year_id: string;
  rulebook_id: string;
  facts: WorksFacts;
}
interface Sum {
  n: number;
  households: number;
  floorArea: bigint;
}

/** What the rule says of all projects together, by county, year, figure and key. */
async function byTheRule(client: pg.Client): Promise<Map<string, Sum>> {
  const { rows: books } = await client.query<{ id: string; content: unknown }>(
    'SELECT id, content FROM rulebook_version',
  );
  const rules = new Map(books.map(({ id, content }) => [id, keepRulebook(id, content)]));
  const { rows } = await client.query<Row>(FACTS);
  const sums = new Map<string, Sum>();
  for (const { county_id, programme_year_id, rulebook_id, facts } of rows) {
    for (const { figure, key, n, households, floorArea } of worksOf(
      facts,
      rules.get(rulebook_id) ?? { promises: [] },
    )) {
      const place = [county_id, programme_year_id, figure, key].join(' ');
      const sum = sums.get(place) ?? { n: 0, households: 0, floorArea: 0n };
      sums.set(place, { n: sum.n + n, households: sum.households + households, floorArea: sum.floorArea + floorArea });
    }
  }
  return sums;
}

/** Every figure of the works by the rule once more, and the rounds counted again. */
export async function worksProblems(client: pg.Client): Promise<Problem[]> {
  const right = await byTheRule(client);
  const { rows } = await client.query<{ place: string } & Record<keyof Sum, string>>(KEPT);
  const kept = new Map(rows.map(({ place, n, households, floorArea }) => [place, `${n} ${households} ${floorArea}`]));
  const said = (place: string) => {
    const sum = right.get(place);
    return sum && `${sum.n} ${sum.households} ${sum.floorArea}`;
  };
  const places = [...new Set([...right.keys(), ...kept.keys()])].filter((place) => said(place) !== kept.get(place));
  const { rows: votes } = await client.query<{ place: string }>(VOTES);
  return [...places.sort(), ...votes.map(({ place }) => place)]
    .slice(0, MOST)
    .map((detail) => ({ kind: 'works', detail }));
}

const CHANGED = `SELECT concat_ws(' ', 'month_end', county_id, month) AS detail FROM month_end
  WHERE hash <> encode(sha256(convert_to(concat(county_id, ' ', month, ' ', lines::text), 'UTF8')), 'hex') ORDER BY 1 LIMIT ${MOST}`;

/** The figures of each month's end are still those that were hashed. */
export async function monthEndProblems(client: pg.Client): Promise<Problem[]> {
  const { rows } = await client.query<{ detail: string }>(CHANGED);
  return rows.map(({ detail }) => ({ kind: 'month_ends', detail }));
}
