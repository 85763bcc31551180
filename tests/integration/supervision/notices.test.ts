import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answer from '@/app/api/v1/supervision/[id]/answer/route';
import * as close from '@/app/api/v1/supervision/[id]/close/route';
import * as docx from '@/app/api/v1/supervision/[id]/docx/route';
import * as prolong from '@/app/api/v1/supervision/[id]/prolong/route';
import * as remind from '@/app/api/v1/supervision/[id]/remind/route';
import * as sendBack from '@/app/api/v1/supervision/[id]/return/route';
import * as one from '@/app/api/v1/supervision/[id]/route';
import * as withdraw from '@/app/api/v1/supervision/[id]/withdraw/route';
import * as list from '@/app/api/v1/supervision/route';
import * as tasks from '@/app/api/v1/tasks/route';
import type { SupervisionAnswer, SupervisionDetail } from '@/lib/domain/supervision/answers';
import type { Handler } from '@/lib/server/define-route';
import { asking, type Json } from '../../support/asking';
import { fileRow, type ProjectMade, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let project: ProjectMade;
let elsewhere: ProjectMade;
beforeAll(async () => {
  world = await makeWorld();
  project = await projectRow(world, { stage: 8 });
  elsewhere = await projectRow(world, { county: 'shuangbai', stage: 8 });
});
afterAll(() => world.end());

const ask = asking(() => world);
const DAY = 86_400_000;
/** So many days from now; sessions of before are over, or have not begun. */
async function clock(days: number): Promise<void> {
  await world.owner.query('UPDATE anju_clock SET shift_ms = $1', [days * DAY]);
  for (const one of ['prefectureBureau', 'prefectureBureau2', 'lufengClerk', 'lufengClerk2'] as const)
    await world.signIn(one);
}
const dayIn = async (days: number): Promise<string> =>
  (await world.owner.query<{ day: string }>('SELECT (anju_today() + $1::int)::text AS day', [days])).rows[0]?.day ?? '';
const codes = (json: Json): string[] => json.reasons?.map(({ code }: { code: string }) => code.split('.').at(-1)) ?? [];

let serial = 0;
const number = () => `楚住建督〔2020〕${++serial}号`;
async function wanted(more: object = {}): Promise<object> {
  return {
    ...{ countyId: world.lufeng.id, documentNo: number(), issuedOn: await dayIn(0), limitOn: await dayIn(10) },
    ...{ title: '关于限期开工的督办通知', why: '开工时限已过', demand: '月底前全面开工', projectIds: [project.id] },
    ...more,
  };
}
async function issued(more: object = {}, as: Person = 'prefectureBureau'): Promise<SupervisionDetail> {
  const { status, json } = await ask('POST', list.POST, as, {}, { body: await wanted(more) });
  expect(status, JSON.stringify(json)).toBe(201);
  return json;
}
const look = (id: string, as: Person = 'prefectureBureau') => ask('GET', one.GET, as, { id });
const act = (route: { POST: Handler }, as: Person, { id, version }: { id: string; version: number }, body: object) =>
  ask('POST', route.POST, as, { id }, { body, version });
const listed = async (as: Person, query = ''): Promise<SupervisionAnswer[]> =>
  ((await world.call(list.GET, { as, path: `/api/v1/supervision${query}` })).json as { items: SupervisionAnswer[] })
    .items;
const done = async () => ({ done: '已全面开工，附照片', statedOn: await dayIn(0) });
const tasksOf = async (as: Person): Promise<Json[]> =>
  (await ask('GET', tasks.GET, as, {})).json.items.filter(({ kind }: Json) => kind.startsWith('supervision'));

describe('issuing', () => {
  test('keeps the facts of its projects as they are in this moment', async () => {
    const made = await issued();
    expect(made).toMatchObject({ status: 'issued', awaits: 'county', overdue: false, daysLeft: 10, reminders: 0 });
    await world.owner.query('UPDATE project SET stage = 9 WHERE id = $1', [project.id]);
    const later = (await look(made.id)).json as SupervisionDetail;
    expect(later.about).toMatchObject([{ id: project.id, facts: { stage: 8, year: 2020, compounds: 1 } }]);
    await world.owner.query('UPDATE project SET stage = 8 WHERE id = $1', [project.id]);
    expect(later.events).toMatchObject([{ kind: 'issued', by: '州住建局 普玉兰' }]);
  });

  test('says every reason against it', async () => {
    const body = await wanted({
      ...{ issuedOn: await dayIn(1), limitOn: await dayIn(-1), projectIds: [elsewhere.id] },
    });
    const { status, json } = await ask('POST', list.POST, 'prefectureBureau', {}, { body });
    expect(status).toBe(422);
    expect(codes(json)).toEqual(['issuedInFuture', 'limitBeforeIssue', 'limitPast', 'projectElsewhere']);
    expect(json.reasons[0].message).toContain('请核对发文日期');
  });

  test('is the prefecture bureau’s alone; a county or project that is not there is not found', async () => {
    for (const as of ['lufengClerk', 'prefectureFinance', 'prefectureLeader', 'lufengTown'] as const)
      expect((await ask('POST', list.POST, as, {}, { body: await wanted() })).status).toBe(403);
    for (const more of [{ countyId: project.id }, { projectIds: [world.lufeng.id] }])
      expect((await ask('POST', list.POST, 'prefectureBureau', {}, { body: await wanted(more) })).status).toBe(404);
  });

  test('a number is a paper’s, whichever county: the second is told of the first, at once too', async () => {
    const first = await issued();
    const again = await ask(
      'POST',
      list.POST,
      'prefectureBureau2',
      {},
      {
        body: await wanted({ documentNo: first.documentNo, countyId: world.shuangbai.id, projectIds: [] }),
      },
    );
    expect(codes(again.json)).toEqual(['numberUsed']);
    expect(again.json.reasons[0].message).toContain('禄丰市');
    const documentNo = number();
    const body = await wanted({ documentNo });
    const both = await Promise.all(
      (['prefectureBureau', 'prefectureBureau2'] as const).map((as) => ask('POST', list.POST, as, {}, { body })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  test('one that was withdrawn gives its number free, and stays', async () => {
    const made = await issued();
    const gone = await act(withdraw, 'prefectureBureau', made, { reason: '发错县市' });
    expect(gone.json).toMatchObject({ status: 'withdrawn', awaits: null, events: [{ kind: 'withdrawn' }, {}] });
    await issued({ documentNo: made.documentNo, countyId: world.shuangbai.id, projectIds: [] });
    expect(codes((await act(withdraw, 'prefectureBureau', gone.json, { reason: '再撤' })).json)).toEqual([
      'withdrawnAlready',
    ]);
    await expect(world.owner.query('DELETE FROM supervision WHERE id = $1', [made.id])).rejects.toThrow(
      /kept for good/,
    );
  });
});

describe('who sees and who answers', () => {
  test('a county never sees another’s notice, nor acts on it', async () => {
    const made = await issued({ countyId: world.shuangbai.id, projectIds: [elsewhere.id] });
    const own = await listed('shuangbaiClerk');
    expect(own.map(({ id }) => id)).toContain(made.id);
    expect((await listed('lufengClerk')).map(({ id }) => id)).not.toContain(made.id);
    expect((await look(made.id, 'lufengClerk')).status).toBe(404);
    expect((await look(made.id, 'lufengLeader')).status).toBe(404);
    expect((await act(answer, 'lufengClerk', made, await done())).status).toBe(404);
    expect((await ask('GET', docx.GET, 'lufengClerk', { id: made.id })).status).toBe(404);
    expect(await listed('lufengClerk', `?county=${world.shuangbai.id}`)).toEqual([]);
  });

  test('partners and leaders read; only the county bureau answers, only the prefecture bureau judges', async () => {
    const made = await issued();
    for (const as of ['prefectureFinance', 'prefectureLeader', 'lufengFinance', 'lufengLeader'] as const)
      expect((await look(made.id, as)).status).toBe(200);
    expect((await look(made.id, 'lufengTown')).status).toBe(403);
    for (const as of ['lufengFinance', 'prefectureBureau'] as const)
      expect((await act(answer, as, made, await done())).status).toBe(403);
    for (const route of [close, sendBack, prolong, remind, withdraw])
      expect((await act(route, 'lufengClerk', made, { reason: '好', limitOn: await dayIn(20) })).status).toBe(403);
  });

  test('a file is the county’s own; another’s is not there', async () => {
    const made = await issued();
    const foreign = await fileRow(world, 'shuangbaiClerk');
    expect((await act(answer, 'lufengClerk', made, { ...(await done()), fileId: foreign.id })).status).toBe(404);
    const file = await fileRow(world, 'lufengClerk', { name: '整改报告.pdf' });
    const { json } = await act(answer, 'lufengClerk', made, { ...(await done()), fileId: file.id });
    expect(json).toMatchObject({
      status: 'answered',
      events: [{ kind: 'answered', file: { name: '整改报告.pdf' } }, {}],
    });
    expect(((await look(made.id)).json as SupervisionDetail).events[0]).toMatchObject({ file: { id: file.id } });
  });
});

describe('answer, return, answer again, close', () => {
  test('goes its way once, whoever is quicker', async () => {
    const made = await issued();
    expect(codes((await act(close, 'prefectureBureau', made, {})).json)).toEqual(['notAnswered']);
    const body = await done();
    const both = await Promise.all((['lufengClerk', 'lufengClerk2'] as const).map((as) => act(answer, as, made, body)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const answered = (await look(made.id)).json as SupervisionDetail;
    expect(answered.events.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
    expect(codes((await act(answer, 'lufengClerk', answered, body)).json)).toEqual(['answeredAlready']);
    const back = await act(sendBack, 'prefectureBureau', answered, { reason: '没有附照片' });
    expect(back.json).toMatchObject({ status: 'returned', awaits: 'county', limitOn: made.limitOn });
    const second = await act(answer, 'lufengClerk2', back.json, { ...body, done: '补充照片' });
    const closed = await act(close, 'prefectureBureau2', second.json, { opinion: '同意办结' });
    expect(closed.json).toMatchObject({ status: 'closed', awaits: null, light: 'green' });
    expect(closed.json.events.map(({ kind }: Json) => kind)).toEqual([
      'closed',
      'answered',
      'returned',
      'answered',
      'issued',
    ]);
    expect(codes((await act(sendBack, 'prefectureBureau', closed.json, { reason: '再看' })).json)).toEqual([
      'closedAlready',
    ]);
    await expect(
      world.owner.query("UPDATE supervision SET status = 'issued' WHERE id = $1", [made.id]),
    ).rejects.toThrow(/what was decided stays/);
    await expect(world.owner.query("UPDATE supervision_event SET text = '改'")).rejects.toThrow(/kept for good/);
  });
});

describe('limits', () => {
  test('is in time on its last day, overdue the day after, and late when answered then', async () => {
    const made = await issued({ limitOn: await dayIn(3) });
    try {
      await clock(3);
      expect((await look(made.id)).json).toMatchObject({ overdue: false, daysLeft: 0, light: 'amber' });
      await clock(4);
      expect((await look(made.id)).json).toMatchObject({ overdue: true, daysLeft: -1, light: 'red' });
      expect((await listed('prefectureBureau', '?status=overdue')).map(({ id }) => id)).toContain(made.id);
      const { json } = await act(answer, 'lufengClerk', made, await done());
      expect(json).toMatchObject({ status: 'answered', answeredLate: true, overdue: false });
      const plain = await act(sendBack, 'prefectureBureau', json, { reason: '不清楚' });
      expect(codes(plain.json)).toEqual(['limitOver']);
      const limitOn = await dayIn(5);
      const back = await act(sendBack, 'prefectureBureau', json, { reason: '不清楚', limitOn });
      expect(back.json).toMatchObject({ status: 'returned', limitOn, firstLimitOn: made.limitOn, overdue: false });
      expect(back.json.events[0]).toMatchObject({ limitFrom: made.limitOn, limitTo: limitOn, text: '不清楚' });
      const again = await act(answer, 'lufengClerk', back.json, await done());
      expect(again.json).toMatchObject({ answeredLate: false });
      expect(again.json.events.map(({ late }: Json) => late)).toEqual([false, false, true, false]);
    } finally {
      await clock(0);
    }
  });

  test('are only put off, with a reason that stays', async () => {
    const made = await issued();
    const sooner = await act(prolong, 'prefectureBureau', made, { limitOn: await dayIn(9), reason: '提前' });
    expect(codes(sooner.json)).toEqual(['limitNotLater']);
    expect((await act(prolong, 'prefectureBureau', made, { limitOn: await dayIn(20) })).status).toBe(400);
    const put = await act(prolong, 'prefectureBureau', made, { limitOn: await dayIn(20), reason: '雨季' });
    expect(put.json).toMatchObject({ limitOn: await dayIn(20), events: [{ kind: 'prolonged', text: '雨季' }, {}] });
    await expect(
      world.owner.query('UPDATE supervision SET limit_on = first_limit_on WHERE id = $1', [made.id]),
    ).rejects.toThrow(/stays as it was issued/);
  });

  test('the county is reminded once a day', async () => {
    const made = await issued({ limitOn: await dayIn(30) });
    const first = await act(remind, 'prefectureBureau', made, {});
    expect(first.json).toMatchObject({ reminders: 1 });
    expect(codes((await act(remind, 'prefectureBureau', first.json, { note: '快' })).json)).toEqual(['remindedToday']);
    await clock(1);
    try {
      expect((await act(remind, 'prefectureBureau', first.json, { note: '快' })).json).toMatchObject({ reminders: 2 });
    } finally {
      await clock(0);
    }
  });
});

describe('tasks and paper', () => {
  test('what the county has to answer stands with its limit, what it answered with the prefecture, what it let pass red', async () => {
    const made = await issued({ title: '关于待办的督办通知', limitOn: await dayIn(2) });
    const mine = (await tasksOf('lufengClerk')).find(({ key }) => key === `supervision:${made.id}`);
    expect(mine).toMatchObject({ kind: 'supervisionToAnswer', dueOn: made.limitOn, light: 'amber', daysLeft: 2 });
    expect(await tasksOf('lufengFinance')).toEqual([]);
    const at = async (as: Person) => (await tasksOf(as)).find(({ key }) => key === `supervision:${made.id}`);
    expect(await at('prefectureBureau')).toBeUndefined();
    await clock(3);
    try {
      expect(await at('prefectureBureau')).toMatchObject({ kind: 'supervisionOverdue', light: 'red' });
      expect(await at('lufengClerk')).toMatchObject({ light: 'red' });
      await act(answer, 'lufengClerk', made, await done());
      expect(await at('prefectureBureau')).toMatchObject({ kind: 'supervisionAnswered' });
      expect(await at('lufengClerk')).toBeUndefined();
    } finally {
      await clock(0);
    }
  });

  test('prints as an official paper to the county, with the limit that it was issued with', async () => {
    const made = await issued();
    await act(prolong, 'prefectureBureau', made, { limitOn: await dayIn(20), reason: '雨季' });
    const { status, response } = await ask('GET', docx.GET, 'lufengClerk', { id: made.id });
    expect(status).toBe(200);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = new TextDecoder().decode(files['word/document.xml']).replace(/<[^>]+>/g, '');
    for (const said of ['楚雄州住房和城乡建设局', made.documentNo, '禄丰市住房和城乡建设局：', '月底前全面开工'])
      expect(text).toContain(said);
    const [year, month, day] = made.limitOn.split('-').map(Number);
    expect(text).toContain(`请于${year}年${month}月${day}日前`);
  });
});
