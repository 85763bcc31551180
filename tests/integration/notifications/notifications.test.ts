import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import * as readRoute from '@/app/api/v1/notifications/[id]/read/route';
import * as allReadRoute from '@/app/api/v1/notifications/read/route';
import * as listRoute from '@/app/api/v1/notifications/route';
import * as supervisionRoute from '@/app/api/v1/supervision/route';
import type { NotificationList } from '@/lib/domain/notifications/answers';
import { NOTIFICATION_KINDS } from '@/lib/domain/notifications/kinds';
import en from '@/lib/i18n/messages/en/notifications';
import zh from '@/lib/i18n/messages/zh-CN/notifications';
import { withActor } from '@/lib/server/db/with-actor';
import { fillEveryTable } from '../../support/rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let project: string;
let loadedBefore: number;

beforeAll(async () => {
  world = await makeWorld();
  const { owner, prefectureId, lufeng, rulebookId, actors } = world;
  const { accountId } = actors.lufengClerk;
  await fillEveryTable(owner, { prefectureId, county: lufeng, code: '532302', account: accountId, rulebookId });
  // rows that a script loads are no news to anybody
  loadedBefore = (await owner.query('SELECT count(*)::int AS n FROM notification')).rows[0]?.n;
  project = (await owner.query('SELECT id FROM project WHERE county_id = $1 LIMIT 1', [lufeng.id])).rows[0]?.id;
  for (const who of ['lufengEntity'] as const)
    await owner.query(
      'INSERT INTO project_person (project_id, account_id, county_id, created_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [project, actors[who].accountId, lufeng.id, accountId],
    );
});
afterAll(() => world.end());
beforeEach(() => world.owner.query('DELETE FROM notification'));

/** What happens in the database when that person acts. */
async function acts(as: Person, sql: string, values: unknown[] = []): Promise<void> {
  const { owner } = world;
  await owner.query('BEGIN');
  try {
    await owner.query(`SELECT set_config('app.account', $1, true)`, [world.actors[as].accountId]);
    const { rowCount } = await owner.query(sql, values);
    expect(rowCount).toBeGreaterThan(0);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

/** Who was told what, once each. */
async function told(): Promise<string[]> {
  const { rows } = await world.owner.query<{ said: string }>(
    `SELECT a.username || ' ' || n.kind AS said FROM notification n JOIN account a ON a.id = n.account_id ORDER BY 1`,
  );
  return rows.map(({ said }) => said);
}
const first = async (): Promise<{ href: string; facts: Record<string, unknown> }> =>
  (await world.owner.query('SELECT href, facts FROM notification ORDER BY id LIMIT 1')).rows[0];
const idOf = async (sql: string): Promise<string> => (await world.owner.query<{ id: string }>(sql)).rows[0]?.id ?? '';

describe('each is told what concerns them, and nobody else', () => {
  test('a report that was returned: who sent it', async () => {
    const { owner, lufeng, actors } = world;
    const report = await idOf('SELECT id FROM progress_report LIMIT 1');
    const sending = await insert(owner, 'progress_sending', {
      ...{ report_id: report, project_id: project, county_id: lufeng.id, no: 2, content: '{"percentBp": 1}' },
      sent_by: actors.lufengEntity.accountId,
    });
    await acts(
      'lufengClerk',
      `INSERT INTO progress_decision (sending_id, report_id, project_id, county_id, verdict, remarks, decided_by)
        VALUES ($1, $2, $3, $4, 'returned', '[{"field": "note", "text": "缺照片"}]', $5)`,
      [sending, report, project, lufeng.id, actors.lufengClerk.accountId],
    );
    expect(await told()).toEqual(['lufengentity report.returned']);
    expect((await first()).href).toMatch(new RegExp(`^/projects/${project}/reports/\\d{4}-\\d{2}$`));
  });

  test.each(['accepted', 'returned'])('a start, and a county’s month, that was %s: who reported it', async (status) => {
    const { owner, lufeng, actors } = world;
    const milestone = await insert(owner, 'milestone', {
      ...{ project_id: project, county_id: lufeng.id, kind: status === 'accepted' ? 'completion' : 'start' },
      ...{ actual_on: '2020-03-01', stated_on: '2020-03-01', reported_by: actors.lufengClerk2.accountId },
      first_received_at: '2020-03-02',
    });
    const how = status === 'accepted' ? `accepted_at = anju_now()` : `remark = '日期有误', material = false`;
    await acts('prefectureBureau', `UPDATE milestone SET status = '${status}', decided_by = $2, ${how} WHERE id = $1`, [
      milestone,
      actors.prefectureBureau.accountId,
    ]);
    const month = await insert(owner, 'county_month', {
      ...{ county_id: lufeng.id, month: status === 'accepted' ? '2020-07-01' : '2020-08-01', no: 1, content: '{}' },
      ...{ filler: '李梅', reviewer: '王强', signer: '张局', first_received_at: '2020-09-01', due_at: '2020-09-02' },
      submitted_by: actors.lufengClerk2.accountId,
    });
    const why = status === 'accepted' ? '' : `, remark = '漏项', material = false`;
    await acts(
      'prefectureBureau',
      `UPDATE county_month SET status = '${status}', decided_by = $2, decided_at = anju_now() ${why} WHERE id = $1`,
      [month, actors.prefectureBureau.accountId],
    );
    expect(await told()).toEqual([`lufengclerk2 milestone.${status}`, `lufengclerk2 month.${status}`]);
  });

  test('a stage sent back: the bureau but for who did it, and the people of the project', async () => {
    await acts(
      'lufengClerk',
      `INSERT INTO project_event (project_id, county_id, stage, kind, reason) SELECT id, county_id, 4, 'sentBack', '缺概算' FROM project WHERE id = $1`,
      [project],
    );
    expect(await told()).toEqual(
      expect.arrayContaining(['lufengclerk2 stage.sentBack', 'lufengentity stage.sentBack']),
    );
    expect((await told()).filter((one) => /^(lufengclerk |shuangbai|prefecture|lufengcommunity)/.test(one))).toEqual(
      [],
    );
    expect(await first()).toMatchObject({ href: `/projects/${project}/stages`, facts: { stage: 4, reason: '缺概算' } });
    const before = (await told()).length;
    await acts(
      'lufengClerk',
      `INSERT INTO project_event (project_id, county_id, stage, kind) SELECT id, county_id, 4, 'completed' FROM project WHERE id = $1`,
      [project],
    );
    expect(await told()).toHaveLength(before);
  });

  test('a plan that is confirmed: every county; money by a batch: the counties that get some', async () => {
    const { owner, prefectureId, lufeng, actors } = world;
    const by = actors.prefectureBureau.accountId;
    const [plan, year] = [
      await idOf(`SELECT id FROM annual_plan WHERE status = 'draft' LIMIT 1`),
      await idOf('SELECT id FROM programme_year WHERE year = 2020'),
    ];
    await acts(
      'prefectureBureau',
      `UPDATE annual_plan SET status = 'confirmed', document_no = '楚住建〔2020〕1号', document_on = '2020-01-01', confirmed_at = anju_now(), confirmed_by = $2,
        reason = '调整' WHERE id = $1`,
      [plan, by],
    );
    expect(await told()).toEqual([
      ...['lufengclerk plan.confirmed', 'lufengclerk2 plan.confirmed', 'lufengfinance plan.confirmed'],
      'shuangbaiclerk plan.confirmed',
    ]);
    await owner.query('DELETE FROM notification');
    const batch = await insert(owner, 'fund_batch', {
      ...{ prefecture_id: prefectureId, programme_year_id: year, document_no: '楚财建〔2020〕8号', total: 100 },
      ...{ document_on: '2020-02-01', title: '第一批', source: 'central', earmark: 'works', created_by: by },
    });
    await insert(owner, 'fund_batch_line', { batch_id: batch, county_id: lufeng.id, amount: 100, created_by: by });
    await acts(
      'prefectureBureau',
      `UPDATE fund_batch SET status = 'issued', issued_at = now(), issued_by = $2 WHERE id = $1`,
      [batch, by],
    );
    expect(await told()).toEqual([
      ...['lufengclerk batch.issued', 'lufengclerk2 batch.issued', 'lufengfinance batch.issued'],
    ]);
  });

  test('a supervision notice: the county, and its answer who issued it', async () => {
    const supervision = await insert(world.owner, 'supervision', {
      ...{ prefecture_id: world.prefectureId, county_id: world.lufeng.id, document_no: '督〔2020〕3号', title: '督办' },
      ...{ issued_on: '2020-03-01', demand: '限期', first_limit_on: '2020-03-20', limit_on: '2020-03-20' },
      created_by: world.actors.prefectureBureau2.accountId,
    });
    const event = (as: Person, kind: string) =>
      acts(
        as,
        `INSERT INTO supervision_event (supervision_id, county_id, kind, text, stated_on, created_by)
          VALUES ($1, $2, $3, '…', CASE WHEN $3 = 'answered' THEN date '2020-03-10' END, $4)`,
        [supervision, world.lufeng.id, kind, world.actors[as].accountId],
      );
    await event('prefectureBureau', 'issued');
    expect(await told()).toEqual(['lufengclerk supervision.issued', 'lufengclerk2 supervision.issued']);
    await world.owner.query('DELETE FROM notification');
    await event('lufengClerk', 'answered');
    expect(await told()).toEqual(['prefecturebureau2 supervision.answered']);
  });

  test.each([
    ['town', 'lufengTown', ['lufengtown complaint.assigned']],
    ['community', 'lufengCommunity', ['lufengcommunity complaint.assigned']],
    ['entity', null, ['lufengentity complaint.assigned']],
    ['bureau', null, ['lufengclerk2 complaint.assigned']],
  ] as const)('a complaint given to the %s: its people', async (kind, of, expected) => {
    const complaint = await idOf(`SELECT id FROM complaint WHERE content = '漏水' LIMIT 1`);
    await world.owner.query(
      `UPDATE complaint SET status = 'assigned', assigned_kind = $2, assigned_unit_id = $3, project_id = $4 WHERE id = $1`,
      [complaint, kind, of ? world.actors[of].unit.id : null, project],
    );
    await acts(
      'lufengClerk',
      `INSERT INTO complaint_event (complaint_id, county_id, kind) VALUES ($1, $2, 'assigned')`,
      [complaint, world.lufeng.id],
    );
    expect(await told()).toEqual(expected);
    expect(JSON.stringify(await first())).not.toContain('漏水');
  });

  test('an import and an export: who asked for them, though nobody acts any more', async () => {
    const { owner } = world;
    const file = await idOf('SELECT id FROM stored_file LIMIT 1');
    const by = world.actors.lufengClerk2.accountId;
    const batch = await insert(owner, 'import_batch', {
      ...{ county_id: world.lufeng.id, created_by: by, kind: 'template', file_id: file, file_name: '摸底表.xlsx' },
    });
    await owner.query(`UPDATE import_batch SET status = 'refused', refusal = '[]' WHERE id = $1`, [batch]);
    const made = await insert(owner, 'export_job', { county_id: world.lufeng.id, created_by: by, kind: 'survey' });
    await owner.query(`UPDATE export_job SET status = 'failed', failure = '[]', finished_at = now() WHERE id = $1`, [
      made,
    ]);
    await owner.query(`UPDATE export_job SET progress_done = 1 WHERE id = $1`, [made]);
    expect(await told()).toEqual(['lufengclerk2 export.failed', 'lufengclerk2 import.refused']);
  });

  test('a review of the scorecard: the county; a dispute: the prefecture bureau; nothing of the review before', async () => {
    const card = await idOf('SELECT id FROM scorecard LIMIT 1');
    const event = (as: Person, kind: string) =>
      acts(
        as,
        `INSERT INTO score_event (scorecard_id, county_id, kind, criterion, actor, created_by) VALUES ($1, $2, $3, '1.1', '某', $4)`,
        [card, world.lufeng.id, kind, world.actors[as].accountId],
      );
    await event('prefectureBureau', 'opinion');
    expect(await told()).toEqual([]);
    await event('prefectureBureau', 'reviewed');
    expect(await told()).toEqual(['lufengclerk score.reviewed', 'lufengclerk2 score.reviewed']);
    await world.owner.query('DELETE FROM notification');
    await event('lufengClerk', 'disputed');
    expect(await told()).toEqual(['prefecturebureau score.disputed', 'prefecturebureau2 score.disputed']);
  });
});

const listed = async (as: Person, query = '?filter=all') =>
  (await world.call(listRoute.GET, { as, path: `/api/v1/notifications${query}` })).json as NotificationList;

describe('from the act to the bell', () => {
  const body = () => ({
    ...{ countyId: world.lufeng.id, documentNo: '楚住建督〔2020〕9号', issuedOn: '2020-03-01', title: '开工滞后' },
    ...{ demand: '限期开工', limitOn: '2090-01-01' },
  });

  it('two servers that are sent the same act tell of it once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const send = () =>
      world.call(supervisionRoute.POST, { as: 'prefectureBureau', method: 'POST', body: body(), headers });
    const answers = await Promise.all([send(), send()]);
    expect(
      answers.map(({ status }) => status),
      JSON.stringify(answers[0]?.json),
    ).toEqual([201, 201]);
    expect(await told()).toEqual(['lufengclerk supervision.issued', 'lufengclerk2 supervision.issued']);
  });

  it('one reads one’s own: one by one, or all that were shown; a refused act tells nothing', async () => {
    for (const documentNo of ['督〔2020〕11号', '督〔2020〕12号', '督〔2020〕13号']) {
      const sent = { as: 'prefectureBureau', method: 'POST', body: { ...body(), documentNo } } as const;
      expect((await world.call(supervisionRoute.POST, sent)).status).toBe(201);
    }
    const refused = { as: 'lufengClerk', method: 'POST', body: body() } as const;
    expect((await world.call(supervisionRoute.POST, refused)).status).toBe(403);
    const mine = await listed('lufengClerk');
    expect(mine).toMatchObject({ unread: 3, next: null });
    expect(mine.items.map(({ facts }) => facts.no)).toEqual(['督〔2020〕13号', '督〔2020〕12号', '督〔2020〕11号']);
    const page = await listed('lufengClerk', '?filter=all&limit=2');
    expect(page.items).toHaveLength(2);
    expect((await listed('lufengClerk', `?filter=all&before=${page.next}`)).items).toHaveLength(1);

    const [newest, middle] = mine.items;
    const id = middle?.id ?? '';
    const read = (as: Person) => world.call(readRoute.POST, { as, method: 'POST', params: { id } });
    expect((await read('lufengClerk2')).status).toBe(404);
    expect((await read('shuangbaiClerk')).status).toBe(404);
    expect((await read('lufengClerk')).status).toBe(204);
    expect((await read('lufengClerk')).status).toBe(204);
    expect((await listed('lufengClerk', '')).items).toHaveLength(2);
    const upTo = { upTo: newest?.id };
    const all = await world.call(allReadRoute.POST, { as: 'lufengClerk', method: 'POST', body: upTo });
    expect(all.status).toBe(204);
    expect((await listed('lufengClerk', '')).unread).toBe(0);
    expect((await listed('lufengClerk2', '')).unread).toBe(3);
    expect((await listed('shuangbaiClerk')).items).toEqual([]);
  });

  it('the second wall: the app’s role sees and changes its person’s alone, writes none, changes nothing but that it was read', async () => {
    const { owner, actors } = world;
    await insert(owner, 'notification', {
      ...{ account_id: actors.lufengClerk2.accountId, prefecture_id: world.prefectureId },
      ...{ kind: 'export.done', href: '/imports' },
    });
    await withActor(actors.lufengClerk, async (tx) => {
      expect(await tx.$queryRaw`SELECT id FROM notification`).toEqual([]);
      expect(await tx.$executeRaw`UPDATE notification SET read_at = now()`).toBe(0);
    });
    for (const sql of [
      `INSERT INTO notification (account_id, prefecture_id, kind, href) VALUES (anju_account(), anju_prefecture(), 'export.done', '/imports')`,
      `UPDATE notification SET href = '/x'`,
      'DELETE FROM notification',
      `SELECT notification_tell('export.done', '/x', '{}', ARRAY[anju_account()])`,
    ])
      await expect(
        withActor(actors.lufengClerk2, (tx) => tx.$executeRawUnsafe(sql)),
        sql,
      ).rejects.toThrow(/denied/);
  });

  it('people whose account is disabled are told nothing, and after 180 days all is forgotten', async () => {
    const { owner, actors } = world;
    const { accountId } = actors.lufengClerk2;
    await owner.query(`UPDATE account SET disabled_at = now(), disabled_reason = '调离' WHERE id = $1`, [accountId]);
    await world.call(supervisionRoute.POST, {
      ...{ as: 'prefectureBureau', method: 'POST', body: { ...body(), documentNo: '督〔2020〕21号' } },
    });
    await owner.query('UPDATE account SET disabled_at = NULL, disabled_reason = NULL WHERE id = $1', [accountId]);
    expect(await told()).toEqual(['lufengclerk supervision.issued']);
    for (const days of [179, 181])
      await insert(owner, 'notification', {
        ...{ account_id: accountId, prefecture_id: world.prefectureId, kind: 'export.done', href: '/imports' },
        created_at: new Date(Date.now() - days * 86_400_000),
      });
    const { rows } = await owner.query('SELECT anju_forget_notifications() AS gone');
    expect(rows).toEqual([{ gone: 1 }]);
    expect(await told()).toHaveLength(2);
  });
});

test('what a script loads is told to nobody', () => {
  // the one that stands for the table itself
  expect(loadedBefore).toBe(1);
});

test('every kind has its sentence in both languages', () => {
  const kinds = (all: object) =>
    Object.entries(all).flatMap(([subject, ways]) => Object.keys(ways).map((way) => `${subject}.${way}`));
  for (const messages of [zh, en]) expect(kinds(messages.kinds).sort()).toEqual([...NOTIFICATION_KINDS].sort());
});
