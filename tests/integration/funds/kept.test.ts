import { afterAll, beforeAll, expect, test } from 'vitest';
import { insert, makeWorld, type World } from '../../support/world';
import { type Fundable, fundable, moveMoney } from './random';

let world: World;
let projects: Fundable[];
let nextYear = '';

beforeAll(async () => {
  world = await makeWorld();
  projects = await fundable(world, 'lufeng', 3);
  await moveMoney(world, projects, 77, 250);
  nextYear = await insert(world.owner, 'programme_year', {
    ...{ prefecture_id: world.prefectureId, year: 2021, rulebook_id: world.rulebookId, target_share: 100 },
    ...{ start_by: '2021-02-28', complete_by: '2021-06-30' },
  });
}, 60_000);
afterAll(() => world.end());

/** Kept sums that are not what counting anew says, of every county and year; empty where all is well. */
async function differences(): Promise<unknown[]> {
  const { rows } = await world.owner.query(`
    WITH kept AS (
        SELECT county_id, programme_year_id, measure, source, fund_kind, coalesce(month::text, '') AS part, amount FROM ledger_total
        UNION ALL SELECT county_id, programme_year_id, 'planned', source, fund_kind, '', amount FROM fund_planned_total
        UNION ALL SELECT county_id, programme_year_id, 'flow', source, fund_kind, item, paid FROM fund_flow),
      counted AS (SELECT u.id AS county_id, y.id AS programme_year_id, c.measure, c.source, c.fund_kind, coalesce(c.item, c.month::text, '') AS part, c.amount
        FROM unit u CROSS JOIN programme_year y CROSS JOIN LATERAL ledger_counted(u.id, y.id) c WHERE u.kind = 'county')
    SELECT * FROM kept k FULL JOIN counted c USING (county_id, programme_year_id, measure, source, fund_kind, part)
    WHERE coalesce(k.amount, 0) <> coalesce(c.amount, 0)`);
  return rows;
}
const entriesOf = async (year: string) =>
  (
    await world.owner.query<{ n: number }>(
      'SELECT coalesce(sum(entries), 0)::int AS n FROM ledger_total WHERE programme_year_id = $1',
      [year],
    )
  ).rows[0]?.n;

test('after movements and reversals by chance', async () => {
  expect(await differences()).toEqual([]);
  const { rows } = await world.owner.query<{ year: string; n: number }>(
    'SELECT programme_year_id AS year, count(*)::int AS n FROM ledger_entry GROUP BY 1',
  );
  expect(rows).toHaveLength(1);
  expect(await entriesOf(rows[0]?.year ?? '')).toBe(rows[0]?.n);
});

test('after the funding plan changes: a line less, another sum', async () => {
  const { rows } = await world.owner.query<{ id: string }>(
    'SELECT id FROM funding_line WHERE project_id = $1 ORDER BY source',
    [projects[0]?.id],
  );
  await world.owner.query('UPDATE funding_line SET amount = amount + 7 WHERE id = $1', [rows[0]?.id]);
  await world.owner.query('UPDATE funding_line SET retired_at = anju_now() WHERE id = $1', [rows[1]?.id]);
  expect(await differences()).toEqual([]);
});

test('after a project is withdrawn: it plans nothing any more, and what moved stays', async () => {
  const before = await world.owner.query('SELECT sum(amount) AS planned FROM fund_planned_total');
  const moved = await world.owner.query(`SELECT measure, sum(amount) FROM ledger_total GROUP BY 1 ORDER BY 1`);
  await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [projects[1]?.id]);
  expect(await differences()).toEqual([]);
  const { rows } = await world.owner.query(
    `SELECT $2::numeric - (SELECT sum(amount) FROM fund_planned_total) = (SELECT sum(amount) FROM funding_line WHERE project_id = $1 AND retired_at IS NULL) AS less`,
    [projects[1]?.id, before.rows[0]?.planned],
  );
  expect(rows).toEqual([{ less: true }]);
  expect((await world.owner.query(`SELECT measure, sum(amount) FROM ledger_total GROUP BY 1 ORDER BY 1`)).rows).toEqual(
    moved.rows,
  );
});

test('after a project goes to another year: its money goes along, unless a pool gave some of it', async () => {
  const [project] = await fundable(world, 'lufeng', 1);
  await world.owner.query(
    `INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, earmark, amount, entry_on, voucher_no, created_by)
     SELECT county_id, id, programme_year_id, k, 'central', 'general', 500, '2020-05-01', '记-' || k, created_by FROM project, unnest(ARRAY['allocated', 'received']) k WHERE id = $1`,
    [project?.id],
  );
  await world.owner.query('UPDATE project SET programme_year_id = $2 WHERE id = $1', [project?.id, nextYear]);
  expect(await differences()).toEqual([]);
  expect(await entriesOf(nextYear)).toBe(2);
  const { rows } = await world.owner.query<{ id: string }>(
    `SELECT DISTINCT e.project_id AS id FROM ledger_entry e WHERE e.kind = 'assigned' AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id)`,
  );
  await expect(
    world.owner.query('UPDATE project SET programme_year_id = $2 WHERE id = $1', [rows[0]?.id, nextYear]),
  ).rejects.toThrow('pool of its year');
  expect(await differences()).toEqual([]);
});
