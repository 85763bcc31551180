import assert from 'node:assert/strict';
import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { gate, unmetNow } from '@/lib/domain/stages/gate';
import { type RawFacts, readFacts } from '@/lib/domain/stages/raw-facts';
import { makeProjects } from '../../projects-data';
import type { WorkRow } from '../../types';
import type { Work } from '../../work';

const PROJECTS = 900;
const TURNS = 5;
/** as lib/server/stages/facts.ts asks */
const TOGETHER = 40;
const RULE_MS = 200;

const AS_PREFECTURE = `SELECT set_config('app.level', 'prefecture', false), set_config('app.prefecture', (SELECT prefecture_id::text FROM unit WHERE kind = 'county' LIMIT 1), false),
  set_config('app.counties', (SELECT '{' || string_agg(id::text, ',') || '}' FROM unit WHERE kind = 'county'), false)`;

async function factsOf(db: pg.Client, ids: readonly string[]): Promise<RawFacts[]> {
  const all: RawFacts[] = [];
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const { rows } = await db.query<{ facts: RawFacts }>('SELECT facts FROM project_facts($1::uuid[])', [
      ids.slice(at, at + TOGETHER),
    ]);
    all.push(...rows.map(({ facts }) => facts));
  }
  return all;
}

/** Every need of every stage of every project, and what stands against its next step: one pass. */
function passOf(raw: readonly RawFacts[], today: CalendarDate): number {
  let conditions = 0;
  for (const one of raw) {
    const facts = readFacts(one, today);
    for (const { number } of chuxiong2020.stages) conditions += gate(number, facts, chuxiong2020).length;
    unmetNow(facts, chuxiong2020);
  }
  return conditions;
}

const timed = async <T>(work: () => T | Promise<T>): Promise<[number, T]> => {
  const began = performance.now();
  const value = await work();
  return [performance.now() - began, value];
};
const least = (times: readonly number[]) => Math.min(...times);

/** What is missing at every gate of the prefecture, at once. */
const gates: Work = {
  name: 'gates',
  run: async (database) => {
    await database.growTo(1);
    await makeProjects(database.db, 1);
    await database.db.query(AS_PREFECTURE);
    const { rows } = await database.db.query<{ id: string; today: CalendarDate }>(
      'SELECT id, anju_today()::text AS today FROM project ORDER BY id LIMIT $1',
      [PROJECTS],
    );
    const ids = rows.map(({ id }) => id);
    const today = rows[0]?.today as CalendarDate;
    const [rule, facts, bare]: number[][] = [[], [], []];
    for (let turn = 0; turn < TURNS; turn++) {
      const [read, raw] = await timed(() => factsOf(database.db, ids));
      assert.equal(raw.length, PROJECTS);
      const text = JSON.stringify(raw);
      const [took, conditions] = await timed(() => passOf(raw, today));
      const needs = chuxiong2020.stages.reduce((sum, stage) => sum + stage.needs.length, 0);
      assert.equal(conditions, PROJECTS * needs, 'every need of every stage of every project');
      rule?.push(took);
      facts?.push(read);
      bare?.push((await timed(() => JSON.parse(text)))[0]);
    }
    const seconds = least(rule ?? []) / 1000;
    const row: WorkRow = {
      says: `the gates of all ten stages of ${PROJECTS} projects in one pass (their facts read in ${(least(facts ?? []) / 1000).toFixed(2)} s); bare: the same facts read as JSON`,
      ...{
        seconds,
        bare: least(bare ?? []) / 1000,
        peakMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
        heldMs: 0,
      },
      verdicts: [{ goal: `< ${RULE_MS} ms`, met: seconds * 1000 < RULE_MS }],
    };
    return [row];
  },
};

export default gates;
