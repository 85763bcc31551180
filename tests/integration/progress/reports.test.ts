import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as completions from '@/app/api/v1/projects/[id]/completions/route';
import * as accept from '@/app/api/v1/projects/[id]/reports/[month]/accept/route';
import * as answer from '@/app/api/v1/projects/[id]/reports/[month]/corrections/[correctionId]/answer/route';
import * as corrections from '@/app/api/v1/projects/[id]/reports/[month]/corrections/route';
import * as give from '@/app/api/v1/projects/[id]/reports/[month]/return/route';
import * as report from '@/app/api/v1/projects/[id]/reports/[month]/route';
import * as submit from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import * as months from '@/app/api/v1/projects/[id]/reports/route';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { nameTo, projectAt, type StageProject } from '../../support/stage-project';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(() => clockAt(world.owner, '2020-06-03T10:00+08:00'));

const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];

/** At stage 8 with a road and a roof of 60,000 yuan each, under contract since March. */
async function building(): Promise<StageProject> {
  const made = await projectAt(world, 8, 'submit');
  const of = { project_id: made.id, county_id: world.lufeng.id, created_by: world.actors.lufengClerk.accountId };
  const company = await insert(world.owner, 'company', {
    ...{ county_id: world.lufeng.id, name: `建工 ${made.id}`, kinds: ['construction'], created_by: of.created_by },
  });
  await insert(world.owner, 'contract', {
    ...{ ...of, kind: 'construction', no: '施-1', name: '施工合同', company_id: company, amount: 100 },
    ...{ signed_on: '2020-03-01' },
  });
  return made;
}

const items = ({ compoundId, buildingId }: StageProject, road: number, roof: number, why: string | null = null) => [
  { compoundId, buildingId: null, item: 'C-R07', percent: road, backReason: why },
  { compoundId, buildingId, item: 'B-R01', percent: roof, backReason: null },
];
const body = (made: StageProject, road: number, roof: number, more: object = {}) => ({
  ...{ investment: '300000.00', people: 12, problems: null, photos: [], items: items(made, road, roof) },
  ...more,
});
const at = ({ id }: StageProject, month = '2020-05') => ({ id, month });
const read = async (made: StageProject, month = '2020-05', as: Person = 'lufengClerk'): Promise<ReportAnswer> =>
  (await ask('GET', report.GET, as, at(made, month))).json;
const version = async (made: StageProject, month = '2020-05') => (await read(made, month)).version;
const send = async (made: StageProject, what: object, month = '2020-05', as: Person = 'lufengClerk') =>
  ask('POST', submit.POST, as, at(made, month), { body: what, version: await version(made, month) });
const take = async (made: StageProject, month = '2020-05', as: Person = 'prefectureBureau') =>
  ask('POST', accept.POST, as, at(made, month), { version: await version(made, month) });
const back = async (made: StageProject, more: object, month = '2020-05', as: Person = 'prefectureBureau') =>
  ask('POST', give.POST, as, at(made, month), { body: more, version: await version(made, month) });
const REMARK = { remarks: [{ field: 'people', text: '现场人数与监理日志不符' }] };

describe('a month is reported', () => {
  it('kept as a draft, sent with a receipt, accepted and locked', async () => {
    const made = await building();
    const first = await read(made);
    expect(first).toMatchObject({
      id: null,
      status: null,
      timeliness: 'open',
      version: 0,
      dueAt: '2020-06-05T15:59:59.999Z',
    });
    expect(first.content.items.map(({ percent }) => percent)).toEqual([0, 0]);
    const draft = await ask('PUT', report.PUT, 'lufengClerk', at(made), { body: body(made, 20, 0), version: 0 });
    expect(draft).toMatchObject({ status: 200, json: { status: 'draft', version: 1, percentBp: 1000 } });

    const sent = await send(made, body(made, 40, 10));
    expect(sent).toMatchObject({ status: 200, json: { status: 'submitted', timeliness: 'inTime', percentBp: 2500 } });
    const [receipt] = (sent.json as ReportAnswer).sendings;
    expect(receipt?.receivedAt.slice(0, 16)).toBe('2020-06-03T02:00');
    const kept = await world.owner.query(
      'SELECT content::text AS text, content FROM progress_sending WHERE project_id = $1',
      [made.id],
    );
    // anybody reckons it again, from what was sent and when it came
    const sentAt = Date.parse(receipt?.receivedAt ?? '');
    const again = createHash('sha256').update(`${kept.rows[0]?.text} ${sentAt}`).digest('hex');
    expect({ receipt: receipt?.hash }).toEqual({ receipt: again });
    expect(kept.rows[0]?.content).toMatchObject({
      month: '2020-05',
      investment: '300000.00',
      items: [{ percent: 40 }, { percent: 10 }],
    });

    expect(codes((await take(made, '2020-05', 'lufengClerk')).json)).toEqual(['report.reviewedBySender']);
    const done = await take(made);
    expect(done).toMatchObject({ status: 200, json: { status: 'accepted', may: { write: false } } });
    expect(codes((await send(made, body(made, 50, 10))).json)).toContain('report.locked.accepted');
    expect(codes((await back(made, { material: false, ...REMARK })).json)).toEqual(['report.notWaiting.accepted']);
    const { json } = await ask('GET', months.GET, 'lufengClerk', { id: made.id });
    expect(json.items.find((one: Json) => one.month === '2020-05')).toMatchObject({
      status: 'accepted',
      percentBp: 2500,
      investment: '300000.00',
    });
  });

  it('the next month begins where the last one ended, and the reviewer sees only what is new', async () => {
    const made = await building();
    await send(made, body(made, 40, 10), '2020-05');
    await take(made);
    await clockAt(world.owner, '2020-07-02T09:00+08:00');
    const next = await read(made, '2020-06');
    expect(next.content.items.map(({ percent }) => percent).sort()).toEqual([10, 40]);
    expect(next.planned.map(({ item, last }) => [item, last])).toEqual([
      ['C-R07', 40],
      ['B-R01', 10],
    ]);
    await send(made, body(made, 55, 10), '2020-06');
    const { differences } = await read(made, '2020-06', 'prefectureBureau');
    expect(differences).toMatchObject({ since: '2020-05', fields: [], photos: [] });
    expect(differences.items.map(({ before, after, place }) => [place.item, before, after])).toEqual([
      ['C-R07', 40, 55],
    ]);
  });

  it('refuses 110 %, a month to come, a report out of order and going back without a reason, all in one answer', async () => {
    const made = await building();
    expect((await send(made, body(made, 110, 0))).json.reasons).toMatchObject([
      { code: 'report.percentOutside', field: 'items.0.percent', params: { found: 110 } },
    ]);
    expect(codes((await send(made, body(made, 1, 1), '2020-07')).json)).toEqual(['report.notBegun']);
    await send(made, body(made, 40, 10), '2020-03');
    await take(made, '2020-03');
    const wrong = await send(made, body(made, 30, 100), '2020-05');
    expect(codes(wrong.json).sort()).toEqual(['report.backwards', 'report.notCompleted', 'report.outOfOrder']);
    expect(wrong.json.reasons.map((one: Json) => one.message).join('')).toContain(
      '请按月份顺序，先报 2020-04，再报 2020-05',
    );
    await send(made, body(made, 30, 10, { items: items(made, 30, 10, '路面返工') }), '2020-04');
    expect((await read(made, '2020-04')).status).toBe('submitted');
  });

  it('an item that was registered complete stands at 100', async () => {
    const made = await building();
    const { compoundId } = made;
    await ask(
      'POST',
      completions.POST,
      'lufengClerk',
      { id: made.id },
      {
        body: { completedOn: '2020-05-20', items: [{ compoundId, item: 'C-R07' }] },
      },
    );
    expect((await read(made)).content.items.find(({ item }) => item === 'C-R07')?.percent).toBe(100);
    expect(codes((await send(made, body(made, 90, 0))).json)).toEqual(['report.completedItem']);
    expect((await send(made, body(made, 100, 0))).json).toMatchObject({ status: 'submitted', percentBp: 5000 });
  });
});

describe('returned and corrected', () => {
  it('a return that is not material keeps the first time of receipt, a material one gives it up', async () => {
    const made = await building();
    await send(made, body(made, 40, 10));
    const { firstReceivedAt } = await read(made);
    await back(made, { material: false, ...REMARK });
    expect(await read(made)).toMatchObject({
      status: 'returned',
      firstReceivedAt,
      timeliness: 'inTime',
      may: { write: true },
    });
    await clockAt(world.owner, '2020-06-08T10:00+08:00');
    await send(made, body(made, 40, 10, { people: 9 }));
    expect(await read(made)).toMatchObject({ firstReceivedAt, timeliness: 'inTime' });

    const strict = await building();
    await clockAt(world.owner, '2020-06-03T10:00+08:00');
    await send(strict, body(strict, 40, 10));
    await back(strict, { material: true, ...REMARK });
    expect(await read(strict)).toMatchObject({ firstReceivedAt: null, timeliness: 'open' });
    await clockAt(world.owner, '2020-06-08T10:00+08:00');
    await send(strict, body(strict, 40, 10));
    expect(await read(strict)).toMatchObject({ timeliness: 'late' });
    expect(
      (await read(strict)).sendings.map(({ no, decision }) => [
        no,
        decision?.verdict ?? null,
        decision?.material ?? null,
      ]),
    ).toEqual([
      [2, null, null],
      [1, 'returned', true],
    ]);
  });

  it('after the lock by a request of its own; what was accepted counts until the correction is', async () => {
    const made = await building();
    await send(made, body(made, 40, 10));
    const { firstReceivedAt } = await read(made);
    await take(made);
    await clockAt(world.owner, '2020-06-10T10:00+08:00');
    const asked = await ask('POST', corrections.POST, 'lufengClerk', at(made), {
      body: { reason: '道路进度多报' },
      version: await version(made),
    });
    const id = (asked.json as ReportAnswer).corrections[0]?.id ?? '';
    const reply = async (as: Person, granted: boolean) =>
      ask(
        'POST',
        answer.POST,
        as,
        { ...at(made), correctionId: id },
        { body: { granted }, version: await version(made) },
      );
    expect(codes((await reply('lufengClerk', true)).json)).toEqual(['report.correctionOwn']);
    expect((await reply('prefectureBureau', true)).json).toMatchObject({ status: 'correcting' });
    const month = async () =>
      (await world.owner.query('SELECT percent_bp FROM project_month WHERE project_id = $1', [made.id])).rows[0]
        ?.percent_bp;
    expect(await month()).toBe(2500);
    await send(made, body(made, 30, 10));
    expect((await read(made)).differences.items).toMatchObject([{ before: 40, after: 30 }]);
    expect(await month()).toBe(2500);
    await take(made);
    expect(await month()).toBe(2000);
    expect(await read(made)).toMatchObject({ status: 'accepted', firstReceivedAt, timeliness: 'inTime' });
  });
});

describe('who may', () => {
  it('the entity named to the project sends, a second person of the county accepts; another county sees nothing', async () => {
    const made = await building();
    await nameTo(world, made.id, world.actors.lufengEntity.accountId);
    expect((await send(made, body(made, 40, 10), '2020-05', 'lufengEntity')).status).toBe(200);
    expect((await ask('POST', accept.POST, 'lufengEntity', at(made), { version: 2 })).status).toBe(403);
    expect((await ask('GET', report.GET, 'shuangbaiClerk', at(made))).status).toBe(404);
    expect((await ask('POST', accept.POST, 'shuangbaiClerk', at(made), { version: 2 })).status).toBe(404);
    expect((await take(made, '2020-05', 'lufengClerk')).status).toBe(200);
  });

  it('of two who save at once the second is shown what the first saved', async () => {
    const made = await building();
    const saved = await Promise.all(
      [20, 30].map((road) =>
        ask('PUT', report.PUT, 'lufengClerk', at(made), { body: body(made, road, 0), version: 0 }),
      ),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = saved.find(({ status }) => status === 409);
    expect(lost?.json.conflict.theirs.content.items).toHaveLength(2);
  });

  it('of two reviewers one decides', async () => {
    const made = await building();
    await send(made, body(made, 40, 10));
    const now = await version(made);
    const both = await Promise.all([
      ask('POST', accept.POST, 'prefectureBureau', at(made), { version: now }),
      ask('POST', give.POST, 'prefectureBureau2', at(made), { version: now, body: { material: false, ...REMARK } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('not even the database lets what was sent be written in, or a receipt be changed', async () => {
    const made = await building();
    await send(made, body(made, 40, 10));
    await take(made);
    const tried = (sql: string) =>
      world.owner.query(sql, [made.id]).then(
        () => `written: ${sql}`,
        ({ code }) => code,
      );
    const denied = async (sql: string) => expect(await tried(sql)).toBe('42501');
    await denied('UPDATE progress_item SET percent = 90 WHERE project_id = $1');
    await denied('UPDATE progress_report SET investment = 1 WHERE project_id = $1');
    await denied(`UPDATE progress_report SET status = 'returned' WHERE project_id = $1`);
    await denied('UPDATE progress_report SET first_received_at = anju_now() WHERE project_id = $1');
    await denied('UPDATE progress_sending SET hash = hash WHERE project_id = $1');
    await denied('DELETE FROM progress_decision WHERE project_id = $1');
  });

  it('a receipt has the server’s own time and hash, whatever was stated', async () => {
    const made = await building();
    await send(made, body(made, 40, 10));
    const { rows } = await world.owner.query(
      `INSERT INTO progress_sending (report_id, project_id, county_id, no, content, received_at, hash, sent_by)
       SELECT report_id, project_id, county_id, 9, content, received_at - interval '30 days', repeat('0', 64), sent_by FROM progress_sending WHERE project_id = $1
       RETURNING received_at AS stamped, hash = receipt_hash(content, received_at) AS own`,
      [made.id],
    );
    expect({ day: rows[0]?.stamped.toISOString().slice(0, 10), own: rows[0]?.own }).toEqual({
      day: '2020-06-03',
      own: true,
    });
  });
});
