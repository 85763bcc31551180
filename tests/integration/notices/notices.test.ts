import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The limits as they stand.
process.env.ANJU_LIMIT_FACTOR = '1';

import * as publicObjections from '@/app/(public)/api/gongshi/[id]/objections/route';
import * as receiptObjections from '@/app/(public)/api/receipt/objections/route';
import * as completeRoute from '@/app/api/v1/notices/[id]/complete/route';
import * as objectionsRoute from '@/app/api/v1/notices/[id]/objections/route';
import * as pageRoute from '@/app/api/v1/notices/[id]/page.html/route';
import * as photosRoute from '@/app/api/v1/notices/[id]/photos/route';
import * as publishRoute from '@/app/api/v1/notices/[id]/publish/route';
import * as oneRoute from '@/app/api/v1/notices/[id]/route';
import * as withdrawRoute from '@/app/api/v1/notices/[id]/withdraw/route';
import * as noticesRoute from '@/app/api/v1/notices/route';
import * as answerRoute from '@/app/api/v1/objections/[id]/answer/route';
import * as contactRoute from '@/app/api/v1/objections/[id]/contact/route';
import * as tasksRoute from '@/app/api/v1/tasks/route';
import type { NoticeList, NoticeView } from '@/lib/domain/notices/answers';
import type { Tasks } from '@/lib/domain/tasks/answers';
import { withActor } from '@/lib/server/db/with-actor';
import { noticeGates } from '@/lib/server/notices/queries';
import { noticeForResidents, noticesForResidents, receiptForResident } from '@/lib/server/notices/residents';
import { homeSide } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { type ClosedRound, closedRound, days, finalScheme } from '../../support/notices';
import { type Called, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let stage: Stage;
const clerk: Person = 'lufengClerk';
beforeAll(async () => {
  world = await makeWorld();
  stage = new Stage(world, '2026-11-26');
});
afterAll(() => world.end());

/** Days pass; whoever works on signs in again. */
async function later(count: number) {
  await days(world.owner, count);
  for (const person of [
    'lufengClerk',
    'lufengTown',
    'lufengCommunity',
    'lufengCommunity2',
    'prefectureBureau',
    'shuangbaiClerk',
  ] as const)
    await world.signIn(person);
}

type Module = { POST: never };
const post = (module: object, id: string | null, body: object | undefined, as: Person | undefined, version?: number) =>
  world.call((module as Module).POST, {
    ...(as ? { as } : {}),
    method: 'POST',
    params: id ? { id } : {},
    ...(body ? { body } : {}),
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });
const codes = ({ json }: Called) =>
  ((json as { reasons?: { code: string }[] } | null)?.reasons ?? []).map(({ code }) => code);
const view = ({ json, status }: Called): NoticeView => {
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json as unknown as NoticeView;
};
const read = async (id: string, as: Person = clerk) => view(await world.call(oneRoute.GET, { as, params: { id } }));

const place = () => ({ countyId: world.lufeng.id, accountId: world.actors.lufengClerk.accountId });

/** A compound with a building and three homes, all that the scope of a notice asks for. */
async function compound() {
  const side = homeSide(world);
  const { id, name } = (await stage.compound(side)) as unknown as { id: string; name: string };
  const building = await stage.building(side, id);
  const households: string[] = [];
  for (const room of ['101', '102', '103']) {
    const { rows } = await world.owner.query<{ id: string }>(
      `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key, exclusive_area) VALUES ($1, $2, $3, '1', $4, $4, 8833) RETURNING id`,
      [building.id, id, world.lufeng.id, room],
    );
    households.push(rows[0]?.id ?? '');
  }
  return { id, name, buildingId: building.id, households };
}

async function round(choices: readonly ('agree' | 'disagree' | 'abstain' | null)[]) {
  const { id, buildingId, households, name } = await compound();
  const made = await closedRound(world.owner, {
    ...place(),
    compoundId: id,
    buildingId,
    householdIds: households,
    rulebookId: world.rulebookId,
    choices,
  });
  return { compound: { id, name }, round: made };
}

const draft = async (body: object, as: Person = clerk) => view(await post(noticesRoute, null, body, as));
async function published(body: object, as: Person = clerk): Promise<NoticeView> {
  const { id, version } = await draft(body, as);
  return view(await post(publishRoute, id, undefined, as, version));
}
const photo = async (id: string, as: Person = clerk) =>
  post(photosRoute, id, { fileId: (await stage.picture(homeSide(world))).id, place: '小区大门公告栏' }, as);

describe('a list', () => {
  test('is published by the county bureau, and opens its gate when its last day has passed', async () => {
    const { id: compoundId, name } = await compound();
    const body = { kind: 'list', compounds: [{ compoundId, note: '综合改造' }] };
    for (const as of ['lufengCommunity', 'lufengTown'] as const)
      expect((await post(noticesRoute, null, body, as)).status).toBe(403);
    expect((await post(noticesRoute, null, body, 'shuangbaiClerk')).status).toBe(404);
    const made = await draft(body);
    expect(made).toMatchObject({ status: 'draft', days: 7, issuer: '禄丰市住房和城乡建设局', compound: null });
    expect(made.facts.scope).toMatchObject({ compounds: 1, buildings: 1, households: 3, area: '264.99' });

    const short = await world.call(oneRoute.PATCH, {
      as: clerk,
      method: 'PATCH',
      params: { id: made.id },
      body: { days: 3 },
      headers: { 'if-match': `"${made.version}"` },
    });
    expect(codes(short)).toEqual(['notices.tooShort']);
    const stale = await post(publishRoute, made.id, undefined, clerk, made.version + 1);
    expect(stale.status).toBe(409);
    const out = view(await post(publishRoute, made.id, undefined, clerk, made.version));
    expect(out).toMatchObject({ status: 'published', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    const gates = () => withActor(world.actors.lufengCommunity, (tx) => noticeGates(tx, { compoundId }));
    expect((await gates()).list).toMatchObject({ noticeId: made.id, published: true, over: false });
    // open to the whole county, and to nobody's neighbour
    expect((await read(made.id, 'lufengCommunity2')).title).toBe(made.title);
    const foreign = await world.call(oneRoute.GET, { as: 'shuangbaiClerk', params: { id: made.id } });
    expect(foreign.status).toBe(404);
    expect((await noticeForResidents(made.id))?.facts?.compounds[0]?.name).toBe(name);

    const early = await post(completeRoute, made.id, undefined, clerk, out.version);
    expect(codes(early)).toEqual(['notices.notOver', 'notices.noPhoto']);
    await later(8);
    expect((await gates()).list).toMatchObject({ over: true, completed: false });
    expect((await post(publicObjections, made.id, { content: '太晚了' }, undefined)).status).toBe(409);
    expect((await photo(made.id)).status).toBe(201);
    const done = view(await post(completeRoute, made.id, undefined, clerk, out.version));
    expect(done).toMatchObject({ status: 'completed', photos: 1 });
    expect((await gates()).list).toMatchObject({ completed: true, openObjections: 0 });
    await later(-8);
  });

  test('what was published is changed by nobody', async () => {
    const out = await published({ kind: 'list', compounds: [{ compoundId: (await compound()).id }] });
    const edited = await world.call(oneRoute.PATCH, {
      as: clerk,
      method: 'PATCH',
      params: { id: out.id },
      body: { body: '另一个内容' },
      headers: { 'if-match': `"${out.version}"` },
    });
    expect(codes(edited)).toEqual(['notices.notDraft']);
    await expect(
      withActor(
        world.actors.lufengClerk,
        (tx) => tx.$executeRaw`UPDATE notice SET body = 'x' WHERE id = ${out.id}::uuid`,
      ),
    ).rejects.toThrow(/stays/);
  });

  test('one withdrawn says so to everybody, and nothing else; a draft that is dropped was never there', async () => {
    const out = await published({ kind: 'list', compounds: [{ compoundId: (await compound()).id }] });
    expect((await post(withdrawRoute, out.id, { reason: '小区列错' }, clerk, out.version)).status).toBe(200);
    expect(await noticeForResidents(out.id)).toMatchObject({ status: 'withdrawn', body: '', facts: null });
    expect((await post(publicObjections, out.id, { content: '异议' }, undefined)).status).toBe(409);
    const again = await post(withdrawRoute, out.id, { reason: '再撤一次' }, clerk, out.version + 1);
    expect(codes(again)).toEqual(['notices.cannotWithdraw']);

    const dropped = await draft({ kind: 'list', compounds: [{ compoundId: (await compound()).id }] });
    expect(await noticeForResidents(dropped.id)).toBeNull();
    expect((await post(publicObjections, dropped.id, { content: '异议' }, undefined)).status).toBe(404);
    await post(withdrawRoute, dropped.id, { reason: '不办了' }, clerk, dropped.version);
    expect(await noticeForResidents(dropped.id)).toBeNull();
    const listed = (await noticesForResidents('532302', 1)).items.map(({ id }) => id);
    expect(listed).toContain(out.id);
    expect(listed).not.toContain(dropped.id);
    expect((await noticesForResidents('532322', 1)).items).toEqual([]);
  });
});

describe('a design', () => {
  test('is of a final scheme with its six parts, published by community, town or county, one at a time', async () => {
    const { id: compoundId } = await compound();
    const schemeId = await finalScheme(world.owner, place(), compoundId);
    expect((await post(noticesRoute, null, { kind: 'design', schemeId }, 'prefectureBureau')).status).toBe(403);
    expect((await post(noticesRoute, null, { kind: 'design', schemeId }, 'lufengCommunity2')).status).toBe(404);
    const out = await published({ kind: 'design', schemeId }, 'lufengCommunity');
    expect(out).toMatchObject({ issuer: '金山社区居民委员会', facts: { scheme: { estimate: '4180000.00' } } });
    expect(out.facts.scheme?.parts).toHaveLength(6);
    const second = await post(noticesRoute, null, { kind: 'design', schemeId }, 'lufengTown');
    expect(codes(second)).toEqual(['notices.alreadyOne']);
    const gates = await withActor(world.actors.lufengTown, (tx) => noticeGates(tx, { compoundId, schemeId }));
    expect(gates.design).toMatchObject({ noticeId: out.id, published: true, over: false });
  });

  test('whose scheme is still a draft is refused', async () => {
    const { id: compoundId } = await compound();
    const { rows } = await world.owner.query<{ id: string }>(
      `INSERT INTO scheme (compound_id, county_id, no, title, estimate, owners_share, created_by) VALUES ($1, $2, 1, '方案', 1, 0, $3) RETURNING id`,
      [compoundId, world.lufeng.id, world.actors.lufengClerk.accountId],
    );
    const answer = await post(noticesRoute, null, { kind: 'design', schemeId: rows[0]?.id }, clerk);
    expect(codes(answer)).toEqual(['notices.schemeParts', 'notices.schemeNotFinal']);
  });
});

describe('the result of a round, from its notice to its completion', () => {
  let made: { compound: { id: string; name: string }; round: ClosedRound };
  let notice: NoticeView;
  const home = (at: number) => made.round.homes[at] ?? { id: '', code: '' };
  const tally = async () =>
    (
      await world.owner.query<{ agree: number; disagree: number; seq: number }>(
        'SELECT agree_households AS agree, disagree_households AS disagree, head_seq AS seq FROM vote_tally WHERE round_id = $1',
        [made.round.id],
      )
    ).rows[0];
  const object = (code: string, content: string, more: object = {}, headers: Record<string, string> = {}) =>
    world.call(receiptObjections.POST, { method: 'POST', body: { code, content, ...more }, headers });
  const answer = (id: string, version: number, body: object, as: Person = 'lufengCommunity') =>
    post(answerRoute, id, body, as, version);

  beforeAll(async () => {
    made = await round(['agree', 'agree', 'disagree']);
    notice = await published({ kind: 'result', roundId: made.round.id }, 'lufengCommunity');
  });

  test('says the sums and whether they pass, and names nobody', async () => {
    expect(notice.facts.round).toMatchObject({ agreeHouseholds: 2, agreeArea: '176.66', households: 3 });
    expect(notice.facts.round?.tests[0]).toMatchObject({ decides: true, passed: true });
    const shown = JSON.stringify([await noticeForResidents(notice.id), await noticesForResidents(null, 1)]);
    expect(shown).not.toMatch(/张|陈芳|\*\*/);
  });

  test('a receipt shows one household and nothing else; no code and a wrong one look alike', async () => {
    const found = await receiptForResident(home(2).code.toLowerCase(), '10.0.0.1');
    expect(found).toMatchObject({ ok: true });
    expect(found.ok && found.value).toEqual({
      compound: made.compound.name,
      building: '1栋',
      unitNo: '1',
      room: '103',
      round: 1,
      attempt: 1,
      cancelled: false,
      choice: 'disagree',
      annulled: false,
      channel: 'paper',
      collectedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      noticeId: notice.id,
      endsOn: notice.endsOn,
      mayObject: true,
    });
    for (const code of ['0000000000000000', '什么', '', `${home(0).code}X`])
      expect(await receiptForResident(code, '10.0.0.2')).toEqual({ ok: true, value: null });
  });

  test('codes cannot be tried: twenty wrong ones of an address, and it waits; who knows one is never stopped', async () => {
    for (let tries = 0; tries < 25; tries++) expect((await receiptForResident(home(0).code, '10.0.0.9')).ok).toBe(true);
    for (let tries = 0; tries < 20; tries++)
      expect(await receiptForResident(`${tries}`.padStart(16, '0'), '10.0.0.9')).toEqual({ ok: true, value: null });
    expect(await receiptForResident('9999999999999999', '10.0.0.9')).toMatchObject({ ok: false, status: 429 });
    expect(await receiptForResident(home(0).code, '10.0.0.9')).toMatchObject({ ok: false, status: 429 });
    expect((await receiptForResident(home(0).code, '10.0.0.10')).ok).toBe(true);
  });

  test('an objection comes once however often it is sent, from our own page only', async () => {
    const headers = { 'idempotency-key': 'one-thing-that-was-done', 'x-forwarded-for': '10.1.0.1' };
    for (let tries = 0; tries < 3; tries++)
      expect((await object(home(2).code, '我同意，登记错了', { contact: '13800001234' }, headers)).status).toBe(201);
    expect((await object('0000000000000000', '别人的', {}, headers)).status).toBe(404);
    const forged = await object(home(2).code, '伪造', {}, { ...headers, origin: 'https://evil.example' });
    expect(forged.status).toBe(403);
    expect((await object(home(2).code, '', {}, headers)).status).toBe(400);
    const { objections } = await read(notice.id);
    expect(objections).toHaveLength(1);
    expect(objections[0]).toMatchObject({
      source: 'receipt',
      content: '我同意，登记错了',
      hasContact: true,
      household: { id: home(2).id, where: '1栋 1单元 103', choice: 'disagree', hasBallot: true, round: 'closed' },
    });
    expect(JSON.stringify(objections)).not.toContain('13800001234');
    // a leader reads how many are open, and of no household what it said
    expect(await read(notice.id, 'lufengLeader')).toMatchObject({ openObjections: 1, objections: [] });
    expect((await read(notice.id, 'lufengFinance')).objections).toEqual(objections);
  });

  test('how to reach the person is shown for a reason that stands on record, to community and county alone', async () => {
    const [objection] = (await read(notice.id)).objections;
    const ask = (as: Person, reason: string) => post(contactRoute, objection?.id ?? '', { reason }, as);
    expect((await ask('lufengTown', '需要电话核实')).status).toBe(403);
    expect(codes(await ask('lufengCommunity', '看'))).toEqual(['personal.reasonTooShort']);
    expect((await ask('lufengCommunity', '需要电话核实')).json).toMatchObject({ contact: '13800001234' });
    const { rows } = await world.owner.query(
      `SELECT action, reason FROM audit_line WHERE entity = 'objection' AND action = 'objection.reveal'`,
    );
    expect(rows).toEqual([{ action: 'objection.reveal', reason: '需要电话核实' }]);
    const kept = await world.owner.query(`SELECT 1 FROM audit_line WHERE entity = 'objection' AND after ? 'contact'`);
    expect(kept.rowCount).toBe(0);
  });

  test('an upheld one corrects the ballot, in the same step, and the database counts and chains it', async () => {
    const [objection] = (await read(notice.id)).objections;
    const before = await tally();
    const body = { verdict: 'upheld', reply: '核对原表，确为同意', ballot: { change: 'correct', choice: 'agree' } };
    expect((await answer(objection?.id ?? '', 1, body, 'prefectureBureau')).status).toBe(403);
    expect((await answer(objection?.id ?? '', 1, body, 'lufengCommunity2')).status).toBe(404);
    const said = await answer(objection?.id ?? '', 1, body);
    expect(said.json).toMatchObject({ verdict: 'upheld', ballot: { kind: 'corrected', choice: 'agree' } });
    expect(await tally()).toEqual({ agree: 3, disagree: 0, seq: (before?.seq ?? 0) + 1 });
    const { rows } = await world.owner.query(
      `SELECT kind, choice, channel, form_no, source, reason, recorded_by FROM ballot WHERE objection_id = $1`,
      [objection?.id],
    );
    expect(rows).toEqual([
      {
        kind: 'corrected',
        choice: 'agree',
        channel: 'paper',
        form_no: 'F-3',
        source: 'objection',
        reason: '核对原表，确为同意',
        recorded_by: world.actors.lufengCommunity.accountId,
      },
    ]);
    expect((await answer(objection?.id ?? '', 1, body)).status).toBe(409);
    expect(codes(await answer(objection?.id ?? '', 2, body))).toEqual([
      'notices.answeredAlready',
      'notices.sameChoice',
    ]);
  });

  test('another annuls one, entered at the desk; one without a household changes nothing', async () => {
    const entered = await post(
      objectionsRoute,
      notice.id,
      { content: '不是我签的字', householdId: home(0).id, contact: '0878-3123456' },
      'lufengTown',
    );
    const { id } = entered.json as unknown as { id: string };
    const said = await answer(
      id,
      1,
      { verdict: 'upheld', reply: '代签，作废', ballot: { change: 'annul' } },
      'lufengTown',
    );
    expect(said.json).toMatchObject({ ballot: { kind: 'annulled', choice: null } });
    expect(await tally()).toMatchObject({ agree: 2, disagree: 0 });
    expect(await receiptForResident(home(0).code, '10.0.0.3')).toMatchObject({
      value: { choice: null, annulled: true, channel: null, collectedOn: null },
    });
    const stray = await post(objectionsRoute, notice.id, { content: '外人', householdId: world.prefectureId }, clerk);
    expect(codes(stray)).toEqual(['notices.notInRoll']);
    await post(publicObjections, notice.id, { content: '公示栏太高，看不清' }, undefined);
    const general = (await read(notice.id)).objections.find(({ household }) => household === null);
    const refused = await answer(general?.id ?? '', 1, { verdict: 'upheld', reply: '是', ballot: { change: 'annul' } });
    expect(codes(refused)).toEqual(['notices.noHousehold']);
    expect(await tally()).toMatchObject({ agree: 2, disagree: 0 });
  });

  test('is completed when its period is over, all is answered and the paper was seen; then contacts are gone', async () => {
    await later(8);
    const open = (await read(notice.id)).objections.find(({ verdict }) => verdict === null);
    const kinds = async () =>
      ((await world.call(tasksRoute.GET, { as: 'lufengCommunity' })).json as unknown as Tasks).items
        .filter(({ href }) => href.includes(notice.id))
        .map(({ kind }) => kind)
        .sort();
    expect(await kinds()).toEqual(['noticeToComplete', 'objectionsOpen']);
    const early = await post(completeRoute, notice.id, undefined, 'lufengCommunity', notice.version);
    expect(codes(early)).toEqual(['notices.unanswered', 'notices.noPhoto']);
    await answer(open?.id ?? '', 1, { verdict: 'dismissed', reply: '已降低公示栏' });
    expect((await photo(notice.id)).status).toBe(201);
    expect(view(await post(completeRoute, notice.id, undefined, 'lufengCommunity', notice.version)).status).toBe(
      'completed',
    );
    expect(await kinds()).toEqual([]);
    const done = await read(notice.id);
    expect(done.objections.every(({ verdict, hasContact }) => verdict !== null && !hasContact)).toBe(true);
    expect(await receiptForResident(home(1).code, '10.0.0.4')).toMatchObject({ value: { mayObject: false } });
    expect((await object(home(1).code, '迟了', {}, { 'x-forwarded-for': '10.1.0.2' })).status).toBe(409);
    await later(-8);
  });

  test('a certified round is changed by no objection', async () => {
    await world.owner.query(
      `UPDATE vote_round SET status = 'certified', outcome = 'failed', result = '{}', certified_at = anju_now() WHERE id = $1`,
      [made.round.id],
    );
    const [answered] = (await read(notice.id)).objections;
    const refused = await answer(answered?.id ?? '', 2, {
      verdict: 'upheld',
      reply: '再改',
      ballot: { change: 'annul' },
    });
    expect(codes(refused)).toContain('notices.roundOver');
  });
});

describe('beside the office’s own doors', () => {
  test('residents’ objections are limited by address', async () => {
    const out = await published({ kind: 'list', compounds: [{ compoundId: (await compound()).id }] });
    const send = (address: string) =>
      world.call(publicObjections.POST, {
        method: 'POST',
        params: { id: out.id },
        body: { content: '意见' },
        headers: { 'x-forwarded-for': address },
      });
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries++) statuses.push((await send('10.2.0.1')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
    expect((await send('10.2.0.2')).status).toBe(201);
  });

  test('as a file it is one page that loads nothing and runs nothing', async () => {
    const unsafe = '<script>alert(1)</script>';
    const made = await draft({ kind: 'list', compounds: [{ compoundId: (await compound()).id, note: unsafe }] });
    const page = (id: string) => world.call(pageRoute.GET, { as: clerk, params: { id } });
    expect(codes(await page(made.id))).toEqual(['notices.notPublished']);
    await post(publishRoute, made.id, undefined, clerk, made.version);
    const answer = await page(made.id);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const text = await answer.response.text();
    expect(text).toContain('公示期：7天');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/<script|src=|href=|url\(|http/);
  });

  test('the list is filtered and turned', async () => {
    const { id: compoundId } = await compound();
    for (let n = 0; n < 3; n++) await published({ kind: 'list', compounds: [{ compoundId }] });
    const list = async (query: string) =>
      (await world.call(noticesRoute.GET, { as: clerk, path: `/api/v1/notices?${query}` }))
        .json as unknown as NoticeList;
    const first = await list(`compound=${compoundId}&status=published&limit=2`);
    expect([first.total, first.items.length]).toEqual([3, 2]);
    const second = await list(`compound=${compoundId}&status=published&limit=2&cursor=${first.nextCursor}`);
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect((await list('kind=plan')).total).toBe(0);
  });
});
