import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptied } from '@/lib/domain/plans/copy';
import { againstFinal } from '@/lib/domain/plans/final';
import type { PlanBuilding, PlanCell } from '@/lib/domain/plans/types';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { contradictionsOf } from '@/lib/domain/stages/contradictions';
import { gate, unmetNow } from '@/lib/domain/stages/gate';
import { permitsOf } from '@/lib/domain/stages/permits';
import { changesSinceVote } from '@/lib/domain/stages/revote';
import type { Actor } from '@/lib/server/actor';
import { withActor } from '@/lib/server/db/with-actor';
import { fileStore } from '@/lib/server/files/store';
import { factsOf, type Known, neighboursOf } from '@/lib/server/stages/facts';
import { STORIES } from '@/prisma/seed/demonstration/projects/stories';
import { type Demonstration, openDemonstration } from '../../support/demonstration';
import { moneyIsTold } from './money-told';

let demonstration: Demonstration;
let owner: pg.Client;
let known: Map<string, Known>;
let names: Map<string, string>;
let people: Map<string, Actor>;
let prefecture: Actor;

beforeAll(async () => {
  demonstration = await openDemonstration(null);
  owner = demonstration.owner;
  const projects = await rowsOf<{ id: string; name: string }>('SELECT id, name FROM project ORDER BY code');
  names = new Map(projects.map(({ id, name }) => [id, name]));
  people = demonstration.people;
  prefecture = person('zhou.zjj1');
  known = await withActor(prefecture, (tx) => factsOf(tx, [...names.keys()]));
}, 240_000);
afterAll(() => demonstration.end());

async function rowsOf<T>(sql: string): Promise<T[]> {
  return (await owner.query(sql)).rows;
}
function person(username: string): Actor {
  const found = people.get(username);
  if (!found) throw new Error(`no ${username}`);
  return found;
}

type Stored = Pick<PlanCell, 'buildingId' | 'item' | 'answer'> & { quantity: string | null; unitCost: string | null };
const hundredths = (text: string | null) => (text === null ? null : BigInt(text));
const cellOf = ({ buildingId, item, answer, quantity, unitCost }: Stored): PlanCell => ({
  ...{ ...emptied({ buildingId, item }), answer, quantity: hundredths(quantity), unitCost: hundredths(unitCost) },
});

const of = (part: string): Known => {
  const found = [...known.values()].find(({ facts }) => names.get(facts.id)?.includes(part));
  if (!found) throw new Error(`no project ${part}`);
  return found;
};

describe('every stage has a project', () => {
  test('1 to 10 and complete, and each step of a stage of several steps', async () => {
    const rows = await rowsOf<{ stage: number }>('SELECT DISTINCT stage FROM project ORDER BY 1');
    expect(rows.map(({ stage }) => stage)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const steps = await rowsOf<{ at: string }>(
      "SELECT DISTINCT stage || '.' || step AS at FROM project_stage WHERE status = 'current'",
    );
    const [{ rulebook }] = [...known.values()] as [Known];
    const all = workflowOf(rulebook).stages.flatMap(({ stage, steps: own }) =>
      own.map(({ code }) => `${stage}.${code}`),
    );
    expect(new Set(steps.map(({ at }) => at))).toEqual(new Set(all));
    expect(known.size).toBe(STORIES.length);
  });

  test('codes that people give out go on after the last one', async () => {
    expect(
      await rowsOf(`SELECT p.county_id FROM project p JOIN programme_year y ON y.id = p.programme_year_id GROUP BY p.county_id, y.year
        HAVING max(right(p.code, 3)::int) IS DISTINCT FROM (SELECT value FROM county_counter k WHERE k.county_id = p.county_id AND k.name = 'project-' || y.year)`),
    ).toEqual([]);
  });

  test('the years of the policy and the current one, in every county', async () => {
    const rows = await rowsOf<{ year: number }>(
      'SELECT DISTINCT y.year FROM project p JOIN programme_year y ON y.id = p.programme_year_id ORDER BY 1',
    );
    expect(rows.map(({ year }) => year).slice(0, 3)).toEqual([2019, 2020, 2021]);
    expect(rows).toHaveLength(4);
    expect(await rowsOf('SELECT DISTINCT county_id FROM project')).toHaveLength(11);
  });
});

describe('a stage is what is recorded', () => {
  test('earlier stages complete in order, later ones wait', async () => {
    const rows = await rowsOf<{ stage: number; states: string[]; times: string[]; step: string | null }>(
      `SELECT p.stage, array_agg(s.status ORDER BY s.stage) AS states, array_agg(s.accepted_at::text ORDER BY s.stage) FILTER (WHERE s.accepted_at IS NOT NULL) AS times
       FROM project p JOIN project_stage s ON s.project_id = p.id GROUP BY p.id`,
    );
    for (const { stage, states, times } of rows) {
      const expected = states.map((_, at) => (at + 1 < stage ? 'completed' : at + 1 === stage ? 'current' : 'waiting'));
      expect(states).toEqual(expected);
      expect(times ?? []).toEqual([...(times ?? [])].sort());
    }
    expect(
      await rowsOf(
        'SELECT 1 FROM project_stage WHERE accepted_at < received_at OR accepted_at > anju_now() OR received_at > anju_now()',
      ),
    ).toEqual([]);
  });

  test('the gate of every stage that was passed is open', () => {
    const shut = [...known.values()].flatMap(({ facts, rulebook }) =>
      facts.stages
        .filter(({ status }) => status === 'completed')
        .flatMap(({ stage }) => gate(stage, facts, rulebook))
        .flatMap(({ need, unmet }) => unmet.map((one) => `${names.get(facts.id)}: ${need} ${one.reason.code}`)),
    );
    // the withdrawn project has let its compound go
    expect(shut.filter((line) => !line.startsWith('元谋县工行小区'))).toEqual([]);
  });

  test('a final plan has all that its rule book asks for', async () => {
    const rows = await rowsOf<{ compound: string; rulebook: Rulebook; buildings: PlanBuilding[]; cells: Stored[] }>(
      `SELECT c.name AS compound, r.content AS rulebook, (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'retired', b.status <> 'active')) FROM building b WHERE b.compound_id = c.id) AS buildings,
         (SELECT jsonb_agg(jsonb_build_object('buildingId', i.building_id, 'item', i.item, 'answer', i.answer, 'quantity', i.quantity::text, 'unitCost', i.unit_cost::text)) FROM plan_item i WHERE i.plan_id = p.id) AS cells
       FROM compound_plan p JOIN compound c ON c.id = p.compound_id JOIN rulebook_version r ON r.id = p.rulebook_id WHERE p.status = 'final'`,
    );
    expect(rows.length).toBeGreaterThan(30);
    const lacking = rows.flatMap(({ compound, rulebook: { menu }, buildings, cells }) =>
      againstFinal({ menu, buildings, cells: cells.map(cellOf) }).map(({ code, params }) => [compound, code, params]),
    );
    expect(lacking).toEqual([]);
  });

  test('what happened is told in the same order, each step by whoever may take it', async () => {
    const rows = await rowsOf<{ id: string; done: number; stage: number; first: string }>(
      `SELECT p.id, p.stage, count(DISTINCT e.stage) FILTER (WHERE e.kind = 'completed')::int AS done, (array_agg(e.kind ORDER BY e.at))[1] AS first
       FROM project p JOIN project_event e ON e.project_id = p.id GROUP BY p.id`,
    );
    for (const { id, done, stage, first } of rows) {
      expect([names.get(id), first]).toEqual([names.get(id), 'created']);
      expect(done).toBeGreaterThanOrEqual(stage - 1);
    }
    expect(await rowsOf('SELECT 1 FROM project_event WHERE at > anju_now()')).toEqual([]);
  });
});

test('supervisors inspect what is planned there, under contract, and what they found names its point', async () => {
  const found = await rowsOf<{ place: string | null; check: string }>(
    `SELECT f.building_id AS place, f.check_code AS check FROM finding f WHERE f.inspection_id IS NOT NULL`,
  );
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ place, check }) => (place !== null) !== check.startsWith('B-'))).toEqual([]);
  expect(
    await rowsOf(`SELECT i.id FROM inspection i WHERE i.inspected_on > anju_today()
      OR NOT EXISTS (SELECT 1 FROM contract k WHERE k.project_id = i.project_id AND k.kind IN ('construction', 'epc') AND coalesce(k.start_on, k.signed_on) <= i.inspected_on)`),
  ).toEqual([]);
});

describe('sums', () => {
  test('what triggers keep equals the rows', async () => {
    expect(
      await rowsOf(`SELECT p.code FROM project p WHERE
        (p.compounds, p.findings_open, p.contract_sum, p.funding_sum) IS DISTINCT FROM (
          (SELECT count(*)::int FROM project_compound c WHERE c.project_id = p.id AND c.live),
          (SELECT count(*)::int FROM finding f WHERE f.project_id = p.id AND f.status <> 'closed'),
          (SELECT coalesce(sum(amount), 0)::bigint FROM contract c WHERE c.project_id = p.id AND c.status = 'active'),
          (SELECT coalesce(sum(amount), 0)::bigint FROM funding_line l WHERE l.project_id = p.id AND l.retired_at IS NULL))`),
    ).toEqual([]);
    expect(
      await rowsOf(`SELECT p.id FROM compound_plan p JOIN (SELECT plan_id, count(*) FILTER (WHERE answer = 'todo')::int AS todo, sum(cost)::bigint AS cost,
          sum((cost * resident_percent + 50) / 100)::bigint AS share FROM plan_item GROUP BY 1) s ON s.plan_id = p.id
        WHERE (p.todo_items, p.cost, p.resident_share) IS DISTINCT FROM (s.todo, s.cost, s.share)`),
    ).toEqual([]);
  });

  test('who pays is agreed past the plan stage, to the fen what the funding lines and the plans say', async () => {
    expect(
      await rowsOf(`SELECT p.name FROM project p JOIN project_stage s ON s.project_id = p.id AND s.stage = 3 AND s.status = 'completed'
        WHERE NOT EXISTS (SELECT 1 FROM agreed_share a WHERE a.project_id = p.id)`),
    ).toEqual([]);
    expect(
      await rowsOf(`SELECT p.name FROM project p JOIN (SELECT project_id, source, nullif(kind, '') AS kind, payer, sum(amount)::bigint AS amount FROM agreed_share
          WHERE status = 'current' GROUP BY 1, 2, 3, 4) a ON a.project_id = p.id
        LEFT JOIN funding_line f ON f.project_id = p.id AND f.retired_at IS NULL AND f.source = a.source AND f.kind IS NOT DISTINCT FROM a.kind AND f.payer IS NOT DISTINCT FROM a.payer
        WHERE f.amount IS DISTINCT FROM a.amount`),
    ).toEqual([]);
    expect(
      await rowsOf(`SELECT p.name FROM project p JOIN (SELECT project_id, sum(amount) AS amount FROM agreed_share WHERE status = 'current' GROUP BY 1) a ON a.project_id = p.id
        WHERE a.amount <> p.funding_sum`),
    ).toEqual([]);
    expect(await rowsOf(`SELECT 1 FROM sharing_change WHERE retired_at IS NULL LIMIT 1`)).toHaveLength(1);
  });

  test('a plan costs what was estimated, to the fen, and asks of the owners what they voted on', async () => {
    expect(
      await rowsOf(`SELECT c.name FROM compound_plan p JOIN compound c ON c.id = p.compound_id
        JOIN LATERAL (SELECT estimate, owners_share FROM scheme WHERE compound_id = c.id AND status = 'final' ORDER BY no DESC LIMIT 1) s ON true
        WHERE p.no = 1 AND (p.cost, p.resident_share) IS DISTINCT FROM (s.estimate, s.owners_share)`),
    ).toEqual([]);
  });

  test('every item is counted as its quantity and unit cost say', async () => {
    expect(
      await rowsOf("SELECT 1 FROM plan_item WHERE answer = 'todo' AND cost <> (quantity * unit_cost + 50) / 100"),
    ).toEqual([]);
  });
});

describe('what went otherwise', () => {
  const needs = (part: string) => {
    const { facts, rulebook } = of(part);
    return unmetNow(facts, rulebook).map(({ need }) => need);
  };

  test('suspended and withdrawn by document', async () => {
    const rows = await rowsOf<{ kind: string; no: string }>(
      "SELECT kind, document_no AS no FROM project_event WHERE kind IN ('suspended', 'withdrawn') ORDER BY kind",
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['suspended', 'withdrawn']);
    for (const { no } of rows) expect(no).toMatch(/〔20\d\d〕\d+号$/);
  });

  test('returned reports keep their first time of receipt; a stage was sent back', async () => {
    const rows = await rowsOf<{ name: string; kept: boolean }>(
      `SELECT p.name, s.received_at < e.at AS kept FROM project_event e JOIN project p ON p.id = e.project_id JOIN project_stage s ON s.project_id = p.id AND s.stage = e.stage
       WHERE e.kind IN ('returned', 'sentBack') ORDER BY e.at`,
    );
    expect(rows).toHaveLength(3);
    for (const { kept } of rows) expect(kept).toBe(true);
  });

  test('permits: one project needs them, one has the green channel, one has not said', () => {
    const permits = (part: string) => permitsOf(of(part).rulebook, of(part).facts.touches);
    expect(permits('中医院家属区').needed).toHaveLength(2);
    expect(permits('水电站生活区').green).toBe(true);
    expect(permits('物价局家属院').unknown).toHaveLength(3);
  });

  test('one estimate grew beyond the tolerance after round 2, and no other', () => {
    const changed = [...known.values()].filter(({ facts, rulebook }) =>
      changesSinceVote(facts, rulebook).some(({ beyond }) => beyond),
    );
    expect(changed.map(({ facts }) => names.get(facts.id))).toEqual(['双柏县种子公司家属院改造项目']);
  });

  test('what is missing is what the story leaves out', () => {
    expect(needs('酒厂宿舍')).toEqual(expect.arrayContaining(['compoundPlan', 'fundingSums', 'implementingEntity']));
    expect(needs('南环路小区')).toContain('roundTwoPassed');
    expect(needs('卫生局家属院')).toEqual(['itemsComplete', 'findingsRectified']);
    expect(needs('农科所职工住宅')).toEqual([]);
    expect(needs('苗圃生活区')).toContain('jointAcceptance');
    expect(needs('劳动局职工住宅')).toEqual(['propertyService', 'handoverList']);
  });

  test('the contradictions that are told of, and no others', async () => {
    const neighbours = await withActor(prefecture, (tx) => neighboursOf(tx, [...names.keys()]));
    const found = [...known.values()].flatMap(({ facts, rulebook }) =>
      contradictionsOf(facts, neighbours.get(facts.id) ?? { otherYears: [], doneTwice: [] }, rulebook).map(
        ({ reason }) => `${names.get(facts.id)} ${reason.code}`,
      ),
    );
    expect([...new Set(found)].sort()).toEqual([
      '大姚县中行小区改造项目 contradiction.costNotEstimate',
      '大姚县西山路小区改造项目 contradiction.datesOutOfOrder',
      '禄丰市塑料厂宿舍及桂花花园（二期）改造项目 contradiction.itemTwice',
      '禄丰市塑料厂宿舍及桂花花园（二期）改造项目 contradiction.twoYears',
      '禄丰市小铺子片区改造项目 contradiction.itemTwice',
      '禄丰市小铺子片区改造项目 contradiction.twoYears',
    ]);
  });

  test('aftercare: done, due within days, overdue', async () => {
    const [row] = await rowsOf<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE result IS NOT NULL)::int AS done, count(*) FILTER (WHERE result = 'problems')::int AS problems,
         count(*) FILTER (WHERE result IS NULL AND due_on < anju_today())::int AS overdue, count(*) FILTER (WHERE result IS NULL AND due_on BETWEEN anju_today() AND anju_today() + 30)::int AS soon
       FROM aftercare_check`,
    );
    expect(row).toMatchObject({ problems: 1, overdue: 1, soon: 1 });
    expect(row?.done).toBeGreaterThan(20);
  });
});

describe('the years', () => {
  test('confirmed plans with two adjustments, and a draft of the current year with its money', async () => {
    const rows = await rowsOf<{ year: number; no: number; status: string; money: number }>(
      `SELECT y.year, p.no, p.status, (SELECT count(*)::int FROM annual_plan_budget b WHERE b.plan_id = p.id AND b.amount > 0) AS money
       FROM annual_plan p JOIN programme_year y ON y.id = p.programme_year_id ORDER BY 1, 2`,
    );
    expect(rows.map(({ no, status }) => `${no} ${status}`)).toEqual([
      ...['1 confirmed', '1 confirmed', '2 confirmed', '1 confirmed', '2 confirmed', '1 confirmed', '2 draft'],
    ]);
    for (const { money } of rows) expect(money).toBeGreaterThan(1);
  });

  test('what a plan chose came out of ranking, money and locks, and every project past stage 6 is in a plan in force', async () => {
    const rows = await rowsOf<{ chosen: boolean; n: number }>(
      `SELECT e.chosen, count(*)::int AS n FROM annual_plan_entry e JOIN annual_plan a ON a.id = e.plan_id JOIN programme_year y ON y.id = a.programme_year_id
       WHERE a.status = 'confirmed' AND e.score IS NOT NULL GROUP BY y.year, a.no, e.chosen ORDER BY y.year, a.no, e.chosen DESC`,
    );
    expect(rows.map(({ chosen, n }) => `${chosen ? '列入' : '未列入'} ${n}`)).toEqual([
      ...['列入 3', '列入 5', '列入 4', '列入 4', '未列入 1', '列入 5', '列入 11'],
    ]);
    expect(await rowsOf("SELECT 1 FROM annual_plan_entry WHERE chosen AND NOT (why ->> 'chosen')::boolean")).toEqual(
      [],
    );
  });

  test('every county has its leading group', async () => {
    expect(await rowsOf('SELECT DISTINCT county_id FROM leading_group WHERE ended_at IS NULL')).toHaveLength(11);
  });
});

test('every paper lies in the file store, as a file of its project', async () => {
  const rows = await rowsOf<{ key: string; own: boolean }>(
    'SELECT f.storage_key AS key, f.project_id = p.project_id AND f.sha256 = p.file_sha256 AS own FROM paper p JOIN stored_file f ON f.id = p.file_id',
  );
  expect(rows.length).toBeGreaterThan(400);
  for (const { key, own } of rows) {
    expect(own).toBe(true);
    expect(await fileStore().exists(key)).toBe(true);
  }
});

moneyIsTold({ rowsOf, person });
