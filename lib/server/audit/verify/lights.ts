import 'server-only';
import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { lightOf, lightRulesOf } from '@/lib/domain/warnings/light';
import type { LightFacts } from '@/lib/domain/warnings/types';
import { keepRulebook } from '@/lib/server/compounds/rulebook-in-force';
import type { Problem } from './records';

interface Row {
  id: string;
  light: string;
  late: boolean;
  due: string | null;
  until: string;
  rulebookId: string;
  year: number;
  today: CalendarDate;
  facts: LightFacts;
}

// What a changed fact or a new day has turned is reckoned before anybody sees it: nothing is wrong with such a row.
const SHOWN = `SELECT k.project_id AS id, k.light, k.late, k.due_on::text AS due, k.valid_until::text AS until, f.rulebook_id AS "rulebookId", f.year, f.today::text AS today, f.facts
  FROM project_light k JOIN project_light_facts(ARRAY(SELECT project_id FROM project_light)) f ON f.project_id = k.project_id
  WHERE f.today BETWEEN k.valid_from AND k.valid_until ORDER BY 1`;
const TOTALS = `SELECT concat_ws(' ', 'light_total', coalesce(t.county_id, k.county_id), coalesce(t.light, k.light)) AS place FROM light_total t
  FULL JOIN (SELECT county_id, programme_year_id, light, count(*)::int AS projects FROM project_light GROUP BY 1, 2, 3) k USING (county_id, programme_year_id, light)
  WHERE coalesce(t.projects, 0) <> coalesce(k.projects, 0) UNION ALL SELECT 'project_light ' || p.id FROM project p LEFT JOIN project_light k ON k.project_id = p.id WHERE k.project_id IS NULL ORDER BY 1`;
const MOST = 1_000;

async function differences(client: pg.Client): Promise<string[]> {
  const { rows: books } = await client.query<{ id: string; content: unknown }>(
    'SELECT id, content FROM rulebook_version',
  );
  const rules = new Map(books.map(({ id, content }) => [id, keepRulebook(id, content)]));
  const { rows } = await client.query<Row>(SHOWN);
  return rows.flatMap(({ id, light, late, due, until, rulebookId, year, today, facts }) => {
    const rulebook = rules.get(rulebookId);
    const lit = rulebook && lightOf(facts, today, lightRulesOf(rulebook, year));
    const same =
      lit && lit.light === light && lit.late === late && lit.dueOn === due && lit.validUntil.toString() === until;
    return same ? [] : [`project_light ${id}`];
  });
}

/** Each light that may be shown today, by the rule once more; and the totals counted again. */
export async function lightProblems(client: pg.Client): Promise<Problem[]> {
  const { rows } = await client.query<{ place: string }>(TOTALS);
  const places = [...rows.map(({ place }) => place), ...(await differences(client))];
  return places.slice(0, MOST).map((detail) => ({ kind: 'project_lights', detail }));
}
