import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as dashboard } from '@/app/api/v1/dashboards/survey/route';
import { POST as amend } from '@/app/api/v1/programme/campaigns/[id]/amendments/route';
import { GET as changes } from '@/app/api/v1/programme/campaigns/[id]/changes/route';
import { POST as freeze } from '@/app/api/v1/programme/campaigns/[id]/freeze/route';
import { PATCH as change, GET as detail } from '@/app/api/v1/programme/campaigns/[id]/route';
import { GET as list, POST as open } from '@/app/api/v1/programme/campaigns/route';
import type { CampaignDetail, ChangeAnswer } from '@/lib/domain/programme/answers';
import { campaignDetailAnswer } from '@/lib/domain/programme/answers';
import { makeWorld, type Person, type World } from '../../support/world';
import { addCompound, addSurvey } from '../dashboards/compounds';

let world: World;
let made: Awaited<ReturnType<typeof addSurvey>>;
let id: string;
let today: string;

beforeAll(async () => {
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  today = rows[0]?.day ?? '';
});
afterAll(() => world.end());

type Problem = { code: string; reasons?: { code: string }[]; conflict?: { theirs: unknown } };
const codesOf = (json: unknown) => (json as Problem).reasons?.map(({ code }) => code);

const body = (more: object = {}) => ({ baselineOn: today, documentNo: '楚住建〔2020〕8号', ...more });
const freezing = (as: Person, version: number, sent: object = body(), key?: string) =>
  world.call(freeze, {
    as,
    method: 'POST',
    path: `/api/v1/programme/campaigns/${id}/freeze`,
    params: { id },
    body: sent,
    headers: { 'if-match': `"${version}"`, ...(key ? { 'idempotency-key': key } : {}) },
  });
const amending = (as: Person, sent: object) =>
  world.call(amend, {
    as,
    method: 'POST',
    path: `/api/v1/programme/campaigns/${id}/amendments`,
    params: { id },
    body: {
      countyId: world.lufeng.id,
      compoundsDelta: 0,
      buildingsDelta: 0,
      householdsDelta: 0,
      floorAreaDelta: '0',
      documentNo: '楚住建〔2020〕30号',
      documentOn: today,
      reason: '漏报一个小区',
      ...sent,
    },
  });
/** A document that this person has just uploaded. */
const paper = async (name: string, as: Person): Promise<string> => {
  const { accountId, prefectureId, countyId } = world.actors[as];
  const { rows } = await world.owner.query<{ id: string }>(
    `INSERT INTO stored_file (prefecture_id, county_id, purpose, name, media_type, size, sha256, storage_key, uploaded_by)
     VALUES ($1, $2, 'document', $3, 'application/pdf', 9, repeat('0', 64), gen_random_uuid()::text, $4) RETURNING id`,
    [prefectureId, countyId, name, accountId],
  );
  return rows[0]?.id ?? '';
};
const look = async (as: Person): Promise<CampaignDetail> =>
  campaignDetailAnswer.parse((await world.call(detail, { as, params: { id } })).json);

describe('a campaign', () => {
  test('is opened by the prefecture bureau alone', async () => {
    const sent = { name: '2020年排查摸底', opensOn: '2019-09-01', closesOn: '2020-01-31' };
    for (const as of ['lufengClerk', 'prefectureFinance', 'prefectureLeader', 'lufengEntity'] as const) {
      expect((await world.call(open, { as, method: 'POST', body: sent })).status).toBe(403);
    }
    const backwards = await world.call(open, {
      as: 'prefectureBureau',
      method: 'POST',
      body: { ...sent, closesOn: '2019-01-01' },
    });
    expect([backwards.status, codesOf(backwards.json)]).toEqual([422, ['programme.campaignBackwards']]);
    const answer = await world.call(open, { as: 'prefectureBureau', method: 'POST', body: sent });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    id = (answer.json as { id: string }).id;
    const seen = await world.call(list, { as: 'lufengCommunity' });
    expect((seen.json as { items: unknown[] }).items).toHaveLength(1);
  });

  test('takes new dates while it is open; a stale version is shown what is stored', async () => {
    const patch = (version: number) =>
      world.call(change, {
        as: 'prefectureBureau',
        method: 'PATCH',
        params: { id },
        body: { closesOn: '2020-02-29' },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await patch(1)).json).toMatchObject({ closesOn: '2020-02-29', version: 2 });
    const stale = await patch(1);
    expect([stale.status, (stale.json as Problem).code]).toEqual([409, 'version_conflict']);
    expect((stale.json as Problem).conflict?.theirs).toMatchObject({ closesOn: '2020-02-29' });
  });
});

describe('freezing', () => {
  test('of nothing, of a day to come and without an open day is refused with every reason', async () => {
    const answer = await freezing('prefectureBureau', 2, body({ baselineOn: '2999-01-01' }));
    expect([answer.status, codesOf(answer.json)]).toEqual([422, ['baseline.inFuture', 'baseline.nothingEligible']]);
    const early = await freezing('prefectureBureau', 2, body({ baselineOn: '2019-08-31' }));
    expect(codesOf(early.json)).toEqual(['baseline.beforeCampaign', 'baseline.nothingEligible']);
  });

  test('is for the prefecture bureau, on the version that was read, with a document', async () => {
    made = await addSurvey(world);
    for (const as of ['lufengClerk', 'prefectureFinance', 'lufengTown'] as const) {
      expect((await freezing(as, 2)).status).toBe(403);
    }
    expect((await freezing('prefectureBureau', 1)).status).toBe(409);
    expect((await freezing('prefectureBureau', 2, { baselineOn: today })).status).toBe(400);
    expect((await freezing('prefectureBureau', 2, body({ extra: 1 }))).status).toBe(400);
    const missing = await world.call(freeze, { as: 'prefectureBureau', method: 'POST', params: { id }, body: body() });
    expect((missing.json as Problem).code).toBe('if_match_required');
    expect((await look('prefectureBureau')).status).toBe('open');
  });

  test('two people at once: one wins, the other is told that it is done', async () => {
    const answers = await Promise.all([freezing('prefectureBureau', 2), freezing('prefectureBureau2', 2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const lost = answers.find(({ status }) => status === 422);
    expect(codesOf(lost?.json)).toEqual(['baseline.alreadyFrozen']);
    const { rows } = await world.owner.query('SELECT count(*)::int AS n FROM survey_baseline WHERE campaign_id = $1', [
      id,
    ]);
    expect(rows[0].n).toBe(2);
  });

  test('keeps every active compound and the eligible totals as an independent count has them', async () => {
    const { rows } = await world.owner.query(
      `SELECT (SELECT count(*)::int FROM survey WHERE campaign_id = $1) AS kept, b.compounds, b.buildings, b.households, b.floor_area::text AS area
       FROM survey_baseline b WHERE b.campaign_id = $1 AND b.county_id = $2`,
      [id, world.lufeng.id],
    );
    expect(rows[0]).toEqual({ kept: 5, compounds: 2, buildings: 2, households: 43, area: '450003' });
    const { rows: counted } = await world.owner.query(
      `SELECT count(*)::int AS compounds, sum((facts #>> '{totals,households}')::int)::int AS households FROM survey
       WHERE campaign_id = $1 AND county_id = $2 AND eligibility = 'eligible'`,
      [id, world.lufeng.id],
    );
    expect(counted[0]).toEqual({ compounds: 2, households: 43 });
  });

  test('leaves its line: who, the document, each county', async () => {
    const { rows } = await world.owner.query(
      `SELECT entity, count(*)::int AS n, max(actor) AS actor FROM audit_line WHERE action = 'baseline.freeze' GROUP BY entity ORDER BY entity`,
    );
    expect(rows.map(({ entity, n }) => [entity, n])).toEqual([
      ['survey_baseline', 2],
      ['survey_campaign', 1],
    ]);
    expect(rows[0].actor).toContain('州住建局');
  });

  test('what is frozen is recorded no more, and does not thaw', async () => {
    const again = await freezing('prefectureBureau', 3);
    expect(codesOf(again.json)).toEqual(['baseline.alreadyFrozen']);
    const renamed = await world.call(change, {
      as: 'prefectureBureau',
      method: 'PATCH',
      params: { id },
      body: { name: '改名' },
      headers: { 'if-match': '"3"' },
    });
    expect(codesOf(renamed.json)).toEqual(['baseline.alreadyFrozen']);
  });
});

describe('after that', () => {
  test('the live survey moves, the frozen total does not, and every difference is named', async () => {
    await addCompound(world, {
      name: '补报小区',
      county: 'lufeng',
      eligibility: 'eligible',
      statedHouseholds: 10,
      statedFloorArea: 100_000,
    });
    await world.owner.query(`UPDATE compound SET eligibility = 'ineligible' WHERE id = $1`, [made.oldTown]);
    await world.owner.query('UPDATE compound SET stated_households = 41 WHERE id = $1', [made.railway]);
    const lufeng = (await look('lufengClerk')).counties;
    expect(lufeng).toHaveLength(1);
    expect(lufeng[0]).toMatchObject({
      name: '禄丰市',
      frozen: { compounds: 2, households: 43, floorArea: '4500.03' },
      live: { compounds: 2, households: 51 },
      difference: { compounds: 0, households: 8, floorArea: '499.97' },
    });
    const answer = await world.call(changes, {
      as: 'prefectureBureau',
      path: `/api/v1/x?county=${world.lufeng.id}`,
      params: { id },
    });
    const { items, total } = answer.json as { items: ChangeAnswer[]; total: number };
    expect(total).toBe(3);
    expect(items.map(({ name, kind, was, now }) => [name, kind, was, now])).toEqual([
      ['老街小区', 'removed', 'eligible', 'ineligible'],
      ['铁路小区', 'changed', 'eligible', 'eligible'],
      ['补报小区', 'added', null, 'eligible'],
    ]);
    expect(items[1]).toMatchObject({ before: { households: 40 }, after: { households: 41 } });
  });

  test('pages of the differences never overlap', async () => {
    const page = (query: string) =>
      world.call(changes, { as: 'prefectureBureau', path: `/x?limit=2${query}`, params: { id } });
    const first = (await page('')).json as { items: ChangeAnswer[]; nextCursor: string; total: number };
    const second = (await page(`&cursor=${first.nextCursor}`)).json as { items: ChangeAnswer[]; nextCursor: null };
    expect([first.items.length, first.total, second.items.length, second.nextCursor]).toEqual([2, 3, 1, null]);
  });

  test("another county's differences are not found; a county sees none of another", async () => {
    const foreign = await world.call(changes, {
      as: 'lufengClerk',
      path: `/x?county=${world.shuangbai.id}`,
      params: { id },
    });
    expect(foreign.status).toBe(404);
    const own = await world.call(changes, { as: 'shuangbaiClerk', params: { id } });
    expect((own.json as { total: number }).total).toBe(0);
  });

  test('an amendment needs the prefecture bureau, a document of its own, and leaves nothing below zero', async () => {
    expect((await amending('lufengClerk', { compoundsDelta: 1 })).status).toBe(403);
    const wrong = await amending('prefectureBureau', { compoundsDelta: -3, documentOn: '2999-01-01' });
    expect(codesOf(wrong.json)).toEqual(['baseline.documentInFuture', 'baseline.belowZero.compounds']);
    const nothing = await amending('prefectureBureau', {});
    expect(codesOf(nothing.json)).toEqual(['baseline.changesNothing']);
    const foreign = await amending('prefectureBureau', { countyId: made.oldTown, compoundsDelta: 1 });
    expect(foreign.status).toBe(404);
    const clerks = await paper('县里的.pdf', 'lufengClerk');
    const notTheirs = await amending('prefectureBureau', { compoundsDelta: 1, fileId: clerks });
    expect(codesOf(notTheirs.json)).toEqual(['file.unusable']);
    const fileId = await paper('楚住建〔2020〕30号.pdf', 'prefectureBureau');
    const done = await amending('prefectureBureau', {
      fileId,
      compoundsDelta: 1,
      householdsDelta: 10,
      floorAreaDelta: '1000.00',
    });
    expect(done.status).toBe(201);
    const used = await amending('prefectureBureau', { compoundsDelta: 1 });
    expect(codesOf(used.json)).toEqual(['baseline.documentUsed']);
    const again = await amending('prefectureBureau', { compoundsDelta: 1, documentNo: '楚住建〔2020〕31号', fileId });
    expect(codesOf(again.json)).toEqual(['file.unusable']);
  });

  test('the county reads the document of its amendment; another county does not', async () => {
    const file = { name: '楚住建〔2020〕30号.pdf' };
    expect((await look('lufengClerk')).amendments).toMatchObject([{ file }]);
    expect((await look('shuangbaiClerk')).amendments).toEqual([]);
  });

  test('the total in force is the frozen one and its amendments; the frozen one stays as it was', async () => {
    const { counties, sum, amendments } = await look('prefectureFinance');
    const lufeng = counties.find(({ countyId }) => countyId === world.lufeng.id);
    expect(lufeng).toMatchObject({
      frozen: { compounds: 2, households: 43, floorArea: '4500.03' },
      inForce: { compounds: 3, households: 53, floorArea: '5500.03' },
    });
    expect(sum).toMatchObject({ frozen: { compounds: 3 }, inForce: { compounds: 4 } });
    expect(amendments).toMatchObject([
      { countyName: '禄丰市', documentNo: '楚住建〔2020〕30号', delta: { floorArea: '1000.00' } },
    ]);
  });

  test('the same key asked twice amends once', async () => {
    const twice = () =>
      world.call(amend, {
        as: 'prefectureBureau',
        method: 'POST',
        path: `/api/v1/programme/campaigns/${id}/amendments`,
        params: { id },
        body: {
          countyId: world.shuangbai.id,
          compoundsDelta: 1,
          buildingsDelta: 1,
          householdsDelta: 2,
          floorAreaDelta: '10.5',
          documentNo: '楚住建〔2020〕31号',
          documentOn: today,
          reason: '漏报',
        },
        headers: { 'idempotency-key': 'amend-once' },
      });
    const [first, second] = [await twice(), await twice()];
    expect([first.status, second.status, second.headers.get('idempotent-replay')]).toEqual([201, 201, 'true']);
    const { rows } = await world.owner.query(`SELECT count(*)::int AS n FROM baseline_amendment WHERE county_id = $1`, [
      world.shuangbai.id,
    ]);
    expect(rows[0].n).toBe(1);
  });

  test('a town reads of the campaign, and no totals of the county', async () => {
    expect(await look('lufengTown')).toMatchObject({ status: 'frozen', counties: [], amendments: [] });
  });

  test('an old year shows what was frozen, under the names of that day', async () => {
    await world.owner.query(`UPDATE programme_year SET campaign_id = $1, current = false WHERE year = 2020`, [id]);
    await world.owner.query(
      `INSERT INTO unit_version (unit_id, prefecture_id, county_id, code, name, kind, valid_from, valid_to)
       VALUES ($1, $2, $1, '532331', '禄丰县', 'county', '2000-01-01', $3::date + 1)`,
      [world.lufeng.id, world.prefectureId, today],
    );
    await world.owner.query(`UPDATE unit SET valid_from = valid_from WHERE id = $1`, [world.lufeng.id]);
    const old = (await world.call(dashboard, { as: 'prefectureBureau', path: '/x?year=2020' })).json as {
      frozen: { baselineOn: string };
      totals: { eligible: { compounds: number; households: number } };
      units: { name: string; code: string }[];
      facilities: { key: string; missing: number }[];
    };
    expect(old.frozen.baselineOn).toBe(today);
    expect(old.totals.eligible).toMatchObject({ compounds: 3, households: 45 });
    expect(old.units.map(({ name, code }) => [name, code])).toContainEqual(['禄丰县', '532331']);
    expect(old.facilities[0]).toMatchObject({ key: 'drainage', missing: 2 });
    const now = (await world.call(dashboard, { as: 'prefectureBureau' })).json as { units: { name: string }[] };
    expect(now.units.map(({ name }) => name)).toContain('禄丰市');
  });

  /** What an old year's dashboard says, compound by compound from what was recorded. */
  const RECORDED = `SELECT s.campaign_id, s.county_id, l.level, l.town, l.community, s.eligibility AS outcome, r ->> 0 AS dimension, r ->> 1 AS key,
      count(*)::int AS compounds, sum((s.facts #>> '{totals,buildings}')::int)::int AS buildings, sum((s.facts #>> '{totals,households}')::int)::int AS households,
      sum((s.facts #>> '{totals,floor_area}')::bigint)::text AS area
    FROM survey s, jsonb_array_elements(s.facts -> 'contribution') r,
      LATERAL (VALUES ('county', NULL::uuid, NULL::uuid), ('place', s.subdistrict_id, s.community_id)) l (level, town, community)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`;
  const KEPT = `SELECT campaign_id, county_id, level, subdistrict_id AS town, community_id AS community, outcome, dimension, key, compounds, buildings, households,
      floor_area::text AS area
    FROM survey_frozen_total WHERE compounds <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`;
  const agree = async () => {
    const { rows } = await world.owner.query(KEPT);
    expect(rows).toEqual((await world.owner.query(RECORDED)).rows);
    return rows;
  };
  const oldYear = async (as: Person) =>
    (await world.call(dashboard, { as, path: '/x?year=2020' })).json as {
      totals: { all: { compounds: number } };
      units: { name: string; all: { compounds: number } }[];
    };

  test('its sums are kept for counties, towns and communities, and move with a compound that moves', async () => {
    expect(new Set((await agree()).map(({ level }) => level))).toEqual(new Set(['county', 'place']));
    const towns = async () => (await oldYear('lufengClerk')).units.map(({ name, all }) => [name, all.compounds]);
    const before = await towns();
    const { rows } = await world.owner.query<{ id: string; town: string }>(
      `SELECT s.compound_id AS id, (SELECT u.id FROM unit u WHERE u.kind = 'subdistrict' AND u.county_id = s.county_id AND u.id <> s.subdistrict_id LIMIT 1) AS town
       FROM survey s WHERE s.campaign_id = $1 AND s.county_id = $2 AND s.subdistrict_id IS NOT NULL ORDER BY 1 LIMIT 1`,
      [id, world.lufeng.id],
    );
    await world.owner.query('UPDATE compound SET subdistrict_id = $2, community_id = NULL WHERE id = $1', [
      rows[0]?.id,
      rows[0]?.town,
    ]);
    await agree();
    const after = await towns();
    expect(after).not.toEqual(before);
    const sum = (list: (typeof after)[number][]) => list.reduce((all, [, n]) => all + Number(n), 0);
    expect(sum(after)).toBe(sum(before));
    const whole = await oldYear('prefectureBureau');
    expect(whole.totals.all.compounds).toBe(whole.units.reduce((all, unit) => all + unit.all.compounds, 0));
  });
});
