import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as openRoute from '@/app/api/v1/projects/[id]/satisfaction/route';
import * as answersRoute from '@/app/api/v1/satisfaction/[id]/answers/route';
import * as cancelRoute from '@/app/api/v1/satisfaction/[id]/cancel/route';
import * as closeRoute from '@/app/api/v1/satisfaction/[id]/close/route';
import * as surveyRoute from '@/app/api/v1/satisfaction/[id]/route';
import * as yearRoute from '@/app/api/v1/satisfaction/route';
import type { SurveyView, YearSatisfaction } from '@/lib/domain/satisfaction/answers';
import { withActorClient } from '@/lib/server/db/with-actor';
import { homeSide, otherCounty } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { type Called, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let stage: Stage;
const clerk: Person = 'lufengClerk';
beforeAll(async () => {
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  stage = new Stage(world, rows[0]?.day ?? '');
});
afterAll(() => world.end());

type Module = { POST: never };
const post = (module: object, id: string, body: object | undefined, as: Person = clerk, version?: number) =>
  world.call((module as Module).POST, {
    ...{ as, method: 'POST', params: { id }, ...(body ? { body } : {}) },
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });
const codes = ({ json }: Called) =>
  ((json as { reasons?: { code: string }[] } | null)?.reasons ?? []).map(({ code }) => code);
const read = async (id: string, as: Person = clerk) =>
  (await world.call(surveyRoute.GET, { as, params: { id } })).json as unknown as SurveyView;
const say = (id: string, householdId: string | undefined, answer: string, more: object = {}, as: Person = clerk) =>
  post(answersRoute, id, { householdId, answer, how: 'door', ...more }, as);

describe('a survey is opened', () => {
  test('from stage 8 on, by the county bureau, once, of enough households; the register is frozen', async () => {
    const { id: projectId, compoundId, homes, buildingId } = await stage.complaints.project(homeSide(world));
    const open = (as: Person = clerk) => post(openRoute, projectId, { compoundId }, as);
    expect((await open('lufengCommunity')).status).toBe(403);
    expect((await open('shuangbaiClerk')).status).toBe(404);
    await world.owner.query('UPDATE project SET stage = 7 WHERE id = $1', [projectId]);
    expect(codes(await open())).toEqual(['satisfaction.tooEarly']);
    await world.owner.query('UPDATE project SET stage = 8 WHERE id = $1', [projectId]);
    const made = (await open()).json as unknown as SurveyView;
    expect(made).toMatchObject({ status: 'open', households: 6, answered: 0, satisfied: null, result: null });
    expect(codes(await open())).toEqual(['satisfaction.heldAlready.open']);
    await world.owner.query(
      `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key) VALUES ($1, $2, $3, '1', '201', '201')`,
      [buildingId, compoundId, world.lufeng.id],
    );
    const seen = await read(made.id, 'lufengCommunity');
    expect([seen.households, seen.homes.map(({ id }) => id).sort()]).toEqual([6, [...homes].sort()]);
    expect((await world.call(surveyRoute.GET, { as: 'lufengCommunity2', params: { id: made.id } })).status).toBe(404);
    expect((await world.call(surveyRoute.GET, { as: 'lufengEntity', params: { id: made.id } })).status).toBe(403);
  });

  test('not of a compound with so few households that the sums would tell', async () => {
    const { id: projectId, compoundId, homes } = await stage.complaints.project(homeSide(world));
    await world.owner.query(
      `UPDATE household SET status = 'retired', retired_at = anju_now(), retired_reason = '登记错误' WHERE id = ANY($1)`,
      [homes.slice(0, 2)],
    );
    expect(codes(await post(openRoute, projectId, { compoundId }))).toEqual(['satisfaction.fewHouseholds']);
  });
});

describe('households answer', () => {
  test('each once; of two who record the same at once one is told', async () => {
    const { id, homes } = await stage.complaints.survey(homeSide(world));
    const both = await Promise.all([
      say(id, homes[0], 'satisfied'),
      say(id, homes[0], 'dissatisfied', {}, 'lufengCommunity'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(both.flatMap(codes)).toEqual(['satisfaction.answeredAlready']);
    expect(codes(await say(id, homes[0], 'satisfied'))).toEqual(['satisfaction.answeredAlready']);
    expect(codes(await say(id, homes[1], 'splendid'))).toEqual(['satisfaction.answerUnknown']);
    expect(codes(await say(id, homes[1], 'satisfied', { words: '好' }))).toEqual(['satisfaction.wordsNotAsked']);
    expect(codes(await say(id, homes[1], 'dissatisfied', { words: '<b></b>' }))).toEqual(['complaint.onlyMarkup']);
    expect(codes(await say(id, world.prefectureId, 'satisfied'))).toEqual(['satisfaction.notInRoll']);
    expect((await say(id, homes[1], 'satisfied', {}, 'lufengCommunity2')).status).toBe(404);
    expect((await say(id, homes[1], 'satisfied', {}, 'shuangbaiClerk')).status).toBe(404);
    expect((await say(id, homes[1], 'satisfied', {}, 'lufengTown')).status).toBe(403);
    expect((await read(id)).answered).toBe(1);
  });

  test('many at once are all counted', async () => {
    const { id, homes, version } = await stage.complaints.survey(homeSide(world));
    const answers = ['satisfied', 'fair', 'dissatisfied', 'satisfied', 'fair', 'dissatisfied'];
    const said = await Promise.all(homes.map((home, at) => say(id, home, answers[at] ?? '')));
    expect(said.map(({ status }) => status)).toEqual(homes.map(() => 201));
    const closed = (await post(closeRoute, id, undefined, clerk, version)).json as unknown as SurveyView;
    expect(closed).toMatchObject({
      ...{ status: 'closed', answered: 6, satisfied: 4, result: { satisfied: 2, fair: 2, dissatisfied: 2 } },
    });
  });
});

describe('nobody learns what a household answered', () => {
  test('before the end nothing is told, to nobody, through nothing that the product’s role may read', async () => {
    const { id, homes, version } = await stage.complaints.survey(homeSide(world));
    for (const [at, home] of homes.slice(0, 4).entries())
      await say(id, home, at === 2 ? 'dissatisfied' : 'satisfied', at === 2 ? { words: '独特的原因' } : {});
    const open = await read(id);
    expect(open).toMatchObject({ answered: 4, satisfied: null, result: null, words: null });
    expect(JSON.stringify(open)).not.toMatch(/"(?:dis)?satisfied":"|独特的原因/);
    expect(codes(await post(closeRoute, id, undefined, clerk, version))).toEqual(['satisfaction.fewAnswers']);
    for (const table of ['satisfaction_count', 'satisfaction_roll'])
      await expect(
        withActorClient(world.actors.lufengClerk, (client) => client.query(`SELECT ctid, xmin, * FROM ${table}`)),
        table,
      ).rejects.toMatchObject({ code: '42501' });
    // whoever asks the function itself, with a lower number, is told two at the least, and of another county nothing
    const ask = (person: Person, least: number) =>
      withActorClient(
        world.actors[person],
        async (client) =>
          (await client.query<{ said: string }>('SELECT satisfaction_close($1, $2, $3) AS said', [id, least, []]))
            .rows[0]?.said,
      );
    expect(await ask(clerk, 5)).toBe('few');
    for (const person of ['shuangbaiClerk', 'lufengCommunity', 'prefectureBureau'] as const)
      expect(await ask(person, 2), person).toBe('unknown');
  });

  test('no column, no order and no line of the record leads from a household to an answer, for the owner either', async () => {
    const { id, homes, version } = await stage.complaints.survey(homeSide(world));
    const said = ['satisfied', 'dissatisfied', 'satisfied', 'dissatisfied', 'fair'];
    const words = ['', '甲：太吵', '', '乙：漏水', ''];
    for (const [at, answer] of said.entries())
      await say(id, homes[at], answer, words[at] ? { words: words[at] } : {}, at % 2 ? 'lufengCommunity' : clerk);
    const { owner } = world;
    // what was answered is one row: nothing in it belongs to one household more than to another
    const sums = await owner.query('SELECT * FROM satisfaction_count WHERE survey_id = $1', [id]);
    expect(sums.rows).toEqual([
      {
        ...{ survey_id: id, county_id: world.lufeng.id, answered: 5 },
        counts: { satisfied: 2, dissatisfied: 2, fair: 1 },
        // in the order of their letters, not of their coming
        words: ['乙：漏水', '甲：太吵'],
      },
    ]);
    // who has answered: no answer, no moment, no account
    const roll = await owner.query('SELECT * FROM satisfaction_roll WHERE survey_id = $1', [id]);
    expect(Object.keys(roll.rows[0] ?? {}).sort()).toEqual(
      [
        'survey_id',
        'household_id',
        'county_id',
        'subdistrict_id',
        'community_id',
        'building_id',
        'building_name',
        'unit_no',
        'room',
        'storey',
        'sort_key',
        'how',
      ].sort(),
    );
    expect(new Set(roll.rows.map(({ how }) => how))).toEqual(new Set(['door', null]));
    // the record holds the opening and nothing of the answering; nor is a request kept under its key
    const lines = await owner.query(
      `SELECT action, before::text || after::text AS said FROM audit_line WHERE entity LIKE 'satisfaction%' AND (entity_id = $1 OR after ->> 'survey_id' = $1)`,
      [id],
    );
    expect(lines.rows.map(({ action }) => action)).toEqual(['satisfaction.open', 'satisfaction.open']);
    const keyed = await world.call(answersRoute.POST, {
      ...{ as: clerk, method: 'POST' as const, params: { id }, headers: { 'idempotency-key': 'satisfied-6' } },
      body: { householdId: homes[5], answer: 'satisfied', how: 'phone' },
    });
    expect(keyed.status).toBe(201);
    const kept = await owner.query(`SELECT 1 FROM idempotency_key WHERE key = 'satisfied-6'`);
    expect(kept.rowCount).toBe(0);
    // somebody answers for the collecting, of how many households, not of which
    const { collectors } = await read(id);
    expect(collectors.map(({ recorded }) => recorded)).toEqual([4, 2]);

    const closed = (await post(closeRoute, id, undefined, clerk, version)).json as unknown as SurveyView;
    expect(closed).toMatchObject({ satisfied: 4, answered: 6, households: 6 });
    const record = await owner.query(`SELECT after FROM audit_line WHERE action = 'satisfaction.close'`);
    expect(JSON.stringify(record.rows)).not.toContain('漏水');
  });

  test('a closed survey stays; one held in error is cancelled, tells nothing, and is held anew', async () => {
    const { id, homes, version, projectId, compoundId } = await stage.complaints.surveyed(homeSide(world));
    expect((await post(cancelRoute, id, { reason: '问错小区' }, clerk, version + 7)).status).toBe(409);
    const cancelled = (await post(cancelRoute, id, { reason: '问错小区' }, clerk, version))
      .json as unknown as SurveyView;
    expect(cancelled).toMatchObject({ status: 'cancelled', result: null, satisfied: null });
    expect(codes(await say(id, homes[5], 'satisfied'))).toEqual(['satisfaction.over']);
    expect(codes(await post(closeRoute, id, undefined, clerk, version + 1))).toEqual([
      'satisfaction.notOpen.cancelled',
    ]);
    expect((await post(openRoute, projectId, { compoundId })).status).toBe(201);
    const done = await stage.complaints.surveyed(homeSide(world));
    await post(closeRoute, done.id, undefined, clerk, done.version);
    expect(codes(await say(done.id, done.homes[5], 'satisfied'))).toEqual(['satisfaction.over']);
    for (const sql of [
      'UPDATE satisfaction_survey SET satisfied = 6 WHERE id = $1',
      'DELETE FROM satisfaction_survey WHERE id = $1',
    ])
      await expect(world.owner.query(sql, [done.id]), sql).rejects.toMatchObject({ code: '42501' });
  });
});

test('a county’s year: satisfied households of all households, also of compounds that were not asked', async () => {
  const side = otherCounty(world);
  const of = async (as: Person) =>
    (await world.call(yearRoute.GET, { as, path: `/api/v1/satisfaction?year=2020&county=${side.county.id}` }))
      .json as unknown as YearSatisfaction;
  const done = await stage.complaints.surveyed(side);
  await post(closeRoute, done.id, undefined, 'shuangbaiClerk', done.version);
  await stage.complaints.surveyed(side);
  await stage.complaints.project(side);
  const [county] = (await of('shuangbaiClerk')).items;
  // three compounds of six: one closed with five satisfied, one still under way, one not asked
  expect(county).toMatchObject({ compounds: 3, surveyed: 1, households: 18, answered: 5, satisfied: 5 });
  expect((await of('prefectureBureau')).items).toEqual([county]);
  expect((await of(clerk)).items, 'another county’s').toEqual([]);
});
