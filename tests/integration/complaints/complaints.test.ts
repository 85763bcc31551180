import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The limits as they stand.
process.env.ANJU_LIMIT_FACTOR = '1';

import * as publicReopen from '@/app/(public)/api/tousu/reopen/route';
import * as publicComplaint from '@/app/(public)/api/tousu/route';
import * as answerRoute from '@/app/api/v1/complaints/[id]/answer/route';
import * as assignRoute from '@/app/api/v1/complaints/[id]/assign/route';
import * as closeRoute from '@/app/api/v1/complaints/[id]/close/route';
import * as contactRoute from '@/app/api/v1/complaints/[id]/contact/route';
import * as draftRoute from '@/app/api/v1/complaints/[id]/draft/route';
import * as mergeRoute from '@/app/api/v1/complaints/[id]/merge/route';
import * as reopenRoute from '@/app/api/v1/complaints/[id]/reopen/route';
import * as oneRoute from '@/app/api/v1/complaints/[id]/route';
import * as separateRoute from '@/app/api/v1/complaints/[id]/separate/route';
import * as turnAwayRoute from '@/app/api/v1/complaints/[id]/turn-away/route';
import * as complaintsRoute from '@/app/api/v1/complaints/route';
import * as noticesRoute from '@/app/api/v1/notices/route';
import * as tasksRoute from '@/app/api/v1/tasks/route';
import type { ComplaintList, ComplaintView } from '@/lib/domain/complaints/answers';
import type { Tasks } from '@/lib/domain/tasks/answers';
import { complaintForResident, compoundsForResidents } from '@/lib/server/complaints/residents';
import { withActorClient } from '@/lib/server/db/with-actor';
import { homeSide, otherCounty } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { days } from '../../support/notices';
import { nameTo } from '../../support/stage-project';
import { type Called, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let stage: Stage;
let today: string;
const clerk: Person = 'lufengClerk';

async function readDay() {
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  today = rows[0]?.day ?? '';
}
beforeAll(async () => {
  world = await makeWorld();
  await readDay();
  stage = new Stage(world, today);
});
afterAll(() => world.end());

/** Days pass; whoever works on signs in again. */
async function later(count: number) {
  await days(world.owner, count);
  await readDay();
  for (const person of [
    'lufengClerk',
    'lufengClerk2',
    'lufengTown',
    'lufengCommunity',
    'lufengCommunity2',
    'lufengEntity',
    'shuangbaiClerk',
    'shuangbaiCommunity',
  ] as const)
    await world.signIn(person);
}
const plus = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

type Module = { POST: never };
const post = (module: object, id: string | null, body: object, as?: Person, version?: number) =>
  world.call((module as Module).POST, {
    ...{ ...(as ? { as } : {}), method: 'POST', params: id ? { id } : {}, body },
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });
const codes = ({ json }: Called) =>
  ((json as { reasons?: { code: string }[] } | null)?.reasons ?? []).map(({ code }) => code);
const view = ({ json, status }: Called): ComplaintView & { code: string } => {
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json as unknown as ComplaintView & { code: string };
};
const read = async (id: string, as: Person = clerk) => view(await world.call(oneRoute.GET, { as, params: { id } }));
const list = async (query: string, as: Person = clerk) =>
  (await world.call(complaintsRoute.GET, { as, path: `/api/v1/complaints?${query}` })).json as unknown as ComplaintList;

const call = { kind: 'complaint', subject: 'quality', channel: 'phone', content: '楼道墙皮脱落' };
const enter = async (more: object = {}, as: Person = clerk) =>
  view(await post(complaintsRoute, null, { ...call, receivedOn: today, ...more }, as));
let street = 0;
const next = (): number => {
  street += 1;
  return street;
};
/** Each resident writes from a place of their own: what is limited by address is tested apart. */
const resident = (more: object, headers: Record<string, string> = {}) =>
  world.call(publicComplaint.POST, {
    method: 'POST',
    body: { county: '532302', kind: 'complaint', subject: 'disturbance', content: '夜里施工', ...more },
    headers: { 'x-forwarded-for': `10.3.0.${next()}`, ...headers },
  });
const wrote = async (more: object = {}): Promise<string> => {
  const { json, status } = await resident(more);
  expect(status, JSON.stringify(json)).toBe(201);
  return (json as { code: string }).code;
};
const standsAt = async (code: string) => {
  const answer = await complaintForResident(code, `10.4.0.${next()}`);
  return answer.ok ? answer.value : null;
};
const idByCode = async (content: string) =>
  (await world.owner.query<{ id: string }>('SELECT id FROM complaint WHERE content = $1', [content])).rows[0]?.id ?? '';

describe('what a resident writes', () => {
  test('is received with a code, due in 15 days, stands where its compound stands, and is answered by the code', async () => {
    const { id: compoundId } = await stage.compound(homeSide(world));
    const content = '夜里十一点还在施工 <script>alert(1)</script>\n请管一管';
    const code = await wrote({ compoundId, content, contact: '13800001234' });
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await standsAt(code)).toMatchObject({ status: 'received', content, dueOn: plus(today, 15), answer: null });
    const id = await idByCode(content);
    const seen = await read(id, 'lufengCommunity');
    expect(seen).toMatchObject({ channel: 'page', content, hasContact: true, compound: { id: compoundId } });
    expect(seen.no).toMatch(/^532302-\d{4}-\d{4}$/);
    expect(JSON.stringify(seen)).not.toContain('13800001234');
    for (const other of ['lufengCommunity2', 'shuangbaiClerk', 'lufengEntity'] as const)
      expect((await world.call(oneRoute.GET, { as: other, params: { id } })).status, other).toBe(404);
    expect((await world.call(oneRoute.GET, { as: 'lufengFinance', params: { id } })).status).toBe(403);

    view(await post(assignRoute, id, { to: 'community', unitId: stage.communityOf(homeSide(world)) }, clerk, 1));
    expect((await standsAt(code))?.status).toBe('assigned');
    const drafted = view(await post(draftRoute, id, { answer: '已要求二十二点后停工' }, 'lufengCommunity', 2));
    expect(drafted).toMatchObject({ status: 'assigned', draft: '已要求二十二点后停工' });
    expect((await standsAt(code))?.answer, 'a draft is nobody else’s').toBeNull();
    expect((await post(answerRoute, id, { answer: '已停工' }, 'lufengCommunity', 3)).status).toBe(403);
    view(await post(answerRoute, id, { answer: '已要求二十二点后停工。' }, clerk, 3));
    expect(await standsAt(code)).toMatchObject({
      ...{ status: 'answered', answer: '已要求二十二点后停工。', answeredOn: today, reopenUntil: plus(today, 15) },
    });
    const { events } = await read(id);
    expect(events.map(({ kind }) => kind)).toEqual(['answered', 'drafted', 'assigned', 'received']);
  });

  test('sent again under its key is the same one, with the same code; at once, too', async () => {
    const again = () => resident({ content: '重复提交的一件' }, { 'idempotency-key': 'k-resident-1' });
    const answers = await Promise.all([again(), again(), again()]);
    expect(new Set(answers.map(({ json }) => (json as { code: string }).code)).size).toBe(1);
    const { rowCount } = await world.owner.query(`SELECT 1 FROM complaint WHERE content = '重复提交的一件'`);
    expect(rowCount).toBe(1);
  });

  test('is refused in clear words: markup alone, no subject of the book, a county or compound that is not there', async () => {
    expect(codes(await resident({ content: '<div><img src=x onerror=alert(1)></div>' }))).toEqual([
      'complaint.onlyMarkup',
    ]);
    expect(codes(await resident({ subject: 'weather' }))).toEqual(['complaint.subjectUnknown']);
    expect((await resident({ county: '999999' })).status).toBe(404);
    const { id: foreign } = await stage.compound(otherCounty(world));
    expect((await resident({ compoundId: foreign })).status).toBe(404);
    expect(codes(await resident({ content: '水'.repeat(2_001) }))).toEqual(['input.tooLong']);
  });

  test('is limited by address: ten in ten minutes, and a neighbour elsewhere goes on', async () => {
    const send = (address: string) => resident({ content: `第${next()}件` }, { 'x-forwarded-for': address });
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries++) statuses.push((await send('10.9.0.1')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
    expect((await send('10.9.0.2')).status).toBe(201);
  });

  test('a wrong code counts, and says nothing', async () => {
    for (let tries = 0; tries < 20; tries++)
      expect(await complaintForResident(tries % 2 ? '1234' : 'ABCD-EFGH-JKMN-PQRS', '10.9.1.1')).toMatchObject({
        value: null,
      });
    expect((await complaintForResident('1234', '10.9.1.1')).ok).toBe(false);
  });

  test('compounds are found by two letters of their name, in the county that was chosen, and no more is told', async () => {
    const { id } = await stage.compound(homeSide(world));
    const found = await compoundsForResidents('532302', '小区');
    expect(found.length).toBeLessThanOrEqual(20);
    expect(found.map((one) => one.id)).toContain(id);
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(['id', 'name', 'place']);
    expect(await compoundsForResidents('532302', '区')).toEqual([]);
    expect(await compoundsForResidents('532302', '%%')).toEqual([]);
    expect((await compoundsForResidents('532322', '小区')).map((one) => one.id)).not.toContain(id);
  });
});

describe('the desk', () => {
  test('a call is entered with its code, at the place of who takes it; another county’s compound is not there', async () => {
    const entered = await enter({ content: '电话反映漏水', contact: '张先生 13800001234' });
    expect(entered.code).toMatch(/^[0-9A-Z-]{19}$/);
    expect((await standsAt(entered.code))?.content).toBe('电话反映漏水');
    const atDoor = await enter({ content: '来社区反映' }, 'lufengCommunity');
    expect((await read(atDoor.id, 'lufengTown')).no).toBe(atDoor.no);
    expect((await world.call(oneRoute.GET, { as: 'lufengCommunity', params: { id: entered.id } })).status).toBe(404);
    const { id: foreign } = await stage.compound(otherCounty(world));
    const stray = await post(complaintsRoute, null, { ...call, receivedOn: today, compoundId: foreign }, clerk);
    expect(codes(stray)).toEqual(['complaint.aboutUnknown']);
    const early = await post(complaintsRoute, null, { ...call, receivedOn: plus(today, 1), subject: 'x' }, clerk);
    expect(codes(early)).toEqual(['complaint.subjectUnknown', 'complaint.inFuture']);
    expect((await post(complaintsRoute, null, { ...call, receivedOn: today }, 'prefectureBureau')).status).toBe(403);
    // a letter is due from the day on which it came
    expect((await enter({ channel: 'letter', receivedOn: plus(today, -3) })).dueOn).toBe(plus(today, 12));
  });

  test('how to reach the person is shown for a reason that stands on record, and is gone when it is closed', async () => {
    const { id, version } = await enter({ contact: '13800005678' });
    expect((await post(contactRoute, id, { reason: '需要电话核实' }, 'lufengTown')).status).toBe(403);
    expect(codes(await post(contactRoute, id, { reason: '看' }, clerk))).toEqual(['personal.reasonTooShort']);
    expect((await post(contactRoute, id, { reason: '需要电话核实' }, clerk)).json).toMatchObject({
      contact: '13800005678',
    });
    const { rows } = await world.owner.query(
      `SELECT reason FROM audit_line WHERE action = 'complaint.reveal' AND entity_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ reason: '需要电话核实' }]);
    const kept = await world.owner.query(
      `SELECT 1 FROM audit_line WHERE entity = 'complaint' AND (after ? 'contact' OR before ? 'contact' OR after ? 'code_hash')`,
    );
    expect(kept.rowCount).toBe(0);
    const answered = view(await post(answerRoute, id, { answer: '已修' }, clerk, version));
    expect(codes(await post(closeRoute, id, { outcome: 'quiet' }, clerk, answered.version))).toEqual([
      'complaint.mayStillReopen',
    ]);
    const closed = view(await post(closeRoute, id, { outcome: 'content' }, clerk, answered.version));
    expect(closed).toMatchObject({ status: 'closed', hasContact: false });
    expect((await post(contactRoute, id, { reason: '需要电话核实' }, clerk)).status).toBe(410);
    await expect(world.owner.query(`UPDATE complaint SET answer = '别的' WHERE id = $1`, [id])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(world.owner.query('DELETE FROM complaint WHERE id = $1', [id])).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('the desk names a project and a notice; of another county, or a draft, is not there', async () => {
    const { id: projectId } = await stage.complaints.project(homeSide(world));
    const { id: noticeId } = await stage.notice(homeSide(world));
    expect(await enter({ projectId, noticeId })).toMatchObject({
      project: { id: projectId },
      notice: { id: noticeId },
      compound: null,
    });
    const foreign = {
      ...{ projectId: (await stage.complaints.project(otherCounty(world))).id },
      ...{ noticeId: (await stage.noticeDraft(homeSide(world))).id },
    };
    for (const [field, found] of Object.entries(foreign)) {
      const refused = await post(complaintsRoute, null, { ...call, receivedOn: today, [field]: found }, clerk);
      expect(codes(refused), field).toEqual(['complaint.aboutUnknown']);
    }
    const { rows } = await world.owner.query('SELECT title FROM notice WHERE id = $1', [noticeId]);
    const q = encodeURIComponent(rows[0].title.slice(0, 6));
    const found = async (as: Person, search: string) => {
      const list = await world.call(noticesRoute.GET, { as, path: `/api/v1/notices?q=${search}` });
      return (list.json as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await found(clerk, q)).toContain(noticeId);
    expect(await found('shuangbaiClerk', q)).not.toContain(noticeId);
    expect(await found(clerk, '%25%25')).toEqual([]);
  });

  test('people of a project see what was assigned to their project, and draft; nobody else of the project’s does', async () => {
    const { id: projectId, compoundId } = await stage.complaints.project(homeSide(world));
    const { id, version, project } = await enter({ compoundId });
    expect(project?.id, 'known by its compound').toBe(projectId);
    expect(codes(await post(assignRoute, id, { to: 'entity' }, clerk, version))).toEqual([
      'complaint.nobodyNamed.entity',
    ]);
    await nameTo(world, projectId, world.actors.lufengEntity.accountId);
    expect((await world.call(oneRoute.GET, { as: 'lufengEntity', params: { id } })).status).toBe(404);
    view(await post(assignRoute, id, { to: 'entity', note: '三天内看现场' }, clerk, version));
    expect((await read(id, 'lufengEntity')).events.length).toBe(2);
    expect(codes(await post(draftRoute, id, { answer: '已修' }, 'lufengTown', version + 1))).toEqual([
      'complaint.notAssigned',
    ]);
    expect(view(await post(draftRoute, id, { answer: '已修' }, 'lufengEntity', version + 1)).draft).toBe('已修');
    const seen = await withActorClient(world.actors.lufengEntity, (client) =>
      client.query('SELECT DISTINCT complaint_id FROM complaint_event'),
    );
    expect(seen.rows).toEqual([{ complaint_id: id }]);
  });

  test('two at once: one assigns, the other is shown what was made of it', async () => {
    const { id, version } = await enter();
    const both = await Promise.all([
      post(assignRoute, id, { to: 'bureau' }, clerk, version),
      post(turnAwayRoute, id, { how: 'notAccepted', words: '不属于改造范围' }, 'lufengClerk2', version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('what is not taken up or passed on is said to the complainant', async () => {
    const { id, version, code } = await enter();
    expect((await post(turnAwayRoute, id, { how: 'transferred', words: '供水管网' }, clerk, version)).status).toBe(400);
    view(await post(turnAwayRoute, id, { how: 'transferred', to: '水务局', words: '属于供水管网' }, clerk, version));
    expect(await standsAt(code)).toMatchObject({
      status: 'transferred',
      transferredTo: '水务局',
      endWords: '属于供水管网',
    });
    expect(codes(await post(answerRoute, id, { answer: '已修' }, clerk, version + 1))).toEqual([
      'complaint.notNow.transferred',
    ]);
  });
});

describe('one matter', () => {
  test('is counted once, its limit set by the earliest receipt, its answer everybody’s', async () => {
    const before = await list('standing=open');
    const all = await list('');
    const early = await enter({ content: '化粪池外溢（一）', receivedOn: plus(today, -5), channel: 'letter' });
    const lead = await enter({ content: '化粪池外溢（二）' });
    const third = await enter({ content: '化粪池外溢（三）' });
    expect((await list('standing=open')).counts.open).toBe(before.counts.open + 3);
    // the third joins the early one, and then the early one, with it, joins the lead
    view(await post(mergeRoute, third.id, { intoId: early.id }, clerk, third.version));
    const { version } = await read(early.id);
    view(await post(mergeRoute, early.id, { intoId: lead.id }, clerk, version));
    const matter = await read(lead.id);
    expect(matter).toMatchObject({ complaints: 3, dueOn: plus(today, 10), ownDueOn: plus(today, 15) });
    expect(matter.joined.map(({ id }) => id).sort()).toEqual([early.id, third.id].sort());
    expect((await list('standing=open')).counts.open).toBe(before.counts.open + 1);
    const now = await list('');
    expect({ shown: now.total, counted: now.counts.all }).toEqual({
      shown: all.total + 1,
      counted: all.counts.all + 1,
    });
    expect((await list('status=merged')).items.map(({ id }) => id)).toContain(third.id);
    expect(codes(await post(answerRoute, early.id, { answer: '已清' }, clerk, version + 1))).toEqual([
      'complaint.notNow.merged',
    ]);
    view(await post(answerRoute, lead.id, { answer: '已经清掏' }, clerk, matter.version));
    for (const { code } of [early, lead, third])
      expect(await standsAt(code)).toMatchObject({ status: 'answered', answer: '已经清掏' });
    expect((await standsAt(third.code))?.content, 'nobody else’s words').toBe('化粪池外溢（三）');
  });

  test('joined by mistake is taken apart, with its own limit', async () => {
    const one = await enter({ content: '另一件事', receivedOn: plus(today, -4) });
    const lead = await enter({ content: '这一件事' });
    const merged = view(await post(mergeRoute, one.id, { intoId: lead.id }, clerk, one.version));
    expect((await read(lead.id)).dueOn).toBe(plus(today, 11));
    const apart = view(await post(separateRoute, one.id, { reason: '不是一件事' }, clerk, merged.version));
    expect(apart).toMatchObject({ status: 'received', leadId: null, dueOn: plus(today, 11) });
    expect((await read(lead.id)).dueOn).toBe(plus(today, 15));
  });

  test('two that join each other at once: one does, the other is told', async () => {
    const [one, two] = [await enter(), await enter()];
    const both = await Promise.all([
      post(mergeRoute, one.id, { intoId: two.id }, clerk, one.version),
      post(mergeRoute, two.id, { intoId: one.id }, 'lufengClerk2', two.version),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([(await read(one.id)).status, (await read(two.id)).status].sort()).toEqual(['merged', 'received']);
  });

  test('another county’s is not there to join', async () => {
    const one = await enter();
    const foreign = view(await post(complaintsRoute, null, { ...call, receivedOn: today }, 'shuangbaiClerk'));
    expect(codes(await post(mergeRoute, one.id, { intoId: foreign.id }, clerk, one.version))).toEqual([
      'complaint.matterUnknown',
    ]);
    expect((await post(mergeRoute, foreign.id, { intoId: one.id }, clerk, foreign.version)).status).toBe(404);
  });
});

describe('the limit, with the clock moved', () => {
  const tasks = async (as: Person) =>
    ((await world.call(tasksRoute.GET, { as })).json as unknown as Tasks).items.filter(({ kind }) =>
      kind.startsWith('complaint'),
    );

  test('new, soon due, late; answered late it counts as late for good, also when it is opened again', async () => {
    const there: Person = 'shuangbaiClerk';
    const { id, version, no, code } = await enter({ content: '屋面漏雨' }, there);
    view(
      await post(assignRoute, id, { to: 'community', unitId: stage.communityOf(otherCounty(world)) }, there, version),
    );
    expect((await tasks(there)).map(({ kind }) => kind)).toContain('complaintsNew');
    const mine = async () => (await tasks('shuangbaiCommunity')).find(({ params }) => params.no === no);
    expect(await mine()).toMatchObject({ kind: 'complaintMine', dueOn: plus(today, 15) });
    await later(12);
    expect((await tasks(there)).find(({ key }) => key === `complaint:${id}`)?.kind).toBe('complaintDue');
    await later(3);
    expect((await list('standing=late', there)).items.map((row) => row.id)).not.toContain(id);
    await later(1);
    expect((await list('standing=late', there)).items.map((row) => row.id)).toContain(id);
    expect(await mine()).toMatchObject({ kind: 'complaintLate', light: 'red' });
    expect((await tasks(there)).find(({ key }) => key === `complaint:${id}`)?.kind).toBe('complaintLate');
    view(await post(answerRoute, id, { answer: '已补漏' }, there, version + 1));
    const again = await world.call(publicReopen.POST, {
      method: 'POST',
      body: { code, words: '又漏了' },
      headers: { 'x-forwarded-for': '10.5.0.1' },
    });
    expect(again.status).toBe(201);
    const opened = await read(id, there);
    expect(opened).toMatchObject({ status: 'assigned', answer: null, lateBefore: true, dueOn: plus(today, 15) });
    expect(opened.events[0]).toMatchObject({ kind: 'reopened', note: '又漏了', by: null });
    expect(opened.events.find(({ kind }) => kind === 'answered')?.note).toBe('已补漏');
    view(await post(answerRoute, id, { answer: '重新做了防水' }, there, opened.version));
    expect((await standsAt(code))?.reopenUntil, 'once').toBeNull();
    const { version: last } = await read(id, there);
    expect(codes(await post(reopenRoute, id, { words: '还漏' }, there, last))).toEqual(['complaint.reopenedBefore']);
    const twice = await world.call(publicReopen.POST, {
      method: 'POST',
      body: { code, words: '又漏了' },
      headers: { 'x-forwarded-for': '10.5.0.2' },
    });
    expect(twice.status).toBe(409);
  });

  test('is not asked for again after fifteen days, and is closed then', async () => {
    const { id, version } = await enter();
    const answered = view(await post(answerRoute, id, { answer: '已修' }, clerk, version));
    await later(16);
    expect(codes(await post(reopenRoute, id, { words: '没修好' }, clerk, answered.version))).toEqual([
      'complaint.reopenOver',
    ]);
    expect(view(await post(closeRoute, id, { outcome: 'quiet' }, clerk, answered.version)).status).toBe('closed');
  });
});

test('the list is filtered, searched and turned', async () => {
  const words = '独一无二的井盖';
  for (let n = 0; n < 3; n++) await enter({ content: `${words}${n}`, kind: 'opinion', subject: 'safety' });
  const first = await list(`q=${encodeURIComponent(words)}&limit=2`);
  expect([first.total, first.items.length]).toEqual([3, 2]);
  const second = await list(`q=${encodeURIComponent(words)}&limit=2&cursor=${first.nextCursor}`);
  expect([second.items.length, second.nextCursor]).toEqual([1, null]);
  expect((await list(`q=${encodeURIComponent(words)}&kind=complaint`)).total).toBe(0);
  expect((await list(`q=${encodeURIComponent(words)}&subject=safety&channel=phone&status=received`)).total).toBe(3);
  expect((await list('q=%25%5F')).total, 'signs of a pattern are letters').toBe(0);
  expect((await list('', 'lufengCommunity2')).counts.all).toBe(0);
  expect((await world.call(complaintsRoute.GET, { as: clerk, path: '/api/v1/complaints?cursor=x' })).status).toBe(400);
});
