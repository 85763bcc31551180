import { afterAll, beforeAll, expect, test } from 'vitest';
import * as report from '@/app/api/v1/scorecards/[id]/report/docx/route';
import * as tasks from '@/app/api/v1/tasks/route';
import type { ScorecardAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { withActorClient } from '@/lib/server/db/with-actor';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { fileRow, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import {
  codes,
  criterion,
  type Ground,
  good,
  look,
  office,
  opened,
  reviewed,
  submitted,
  targets,
} from './season-ground';

/** A county that does not submit holds nobody up: its last day is moved, or its card is taken in as its records stand (decision 0057). */
let world: World;
let ground: Ground;
const desk = office(() => world);
const bureau = 'prefectureBureau';
const late = 'shuangbaiClerk';
beforeAll(async () => {
  world = await makeWorld();
  await targets(world, await projectRow(world, { stage: 11, compounds: 2 }), { lufeng: 2, shuangbai: 0 });
  ground = await opened(world, desk);
  await submitted(desk, 'lufengClerk', ground.lufeng);
});
afterAll(() => world.end());

const card = (as: Person = bureau): Promise<ScorecardAnswer> => look(desk, as, ground.shuangbai);
const takeIn = async (as: Person = bureau, body?: object) =>
  desk.takeIn(as, ground.shuangbai, (await card()).version, body);
/** Past every command, by who holds a session of the application. */
const straight = (as: Person, takenIn: string | null) => {
  const actor = world.actors[as];
  return withActorClient(actor, async (client) => {
    await client.query(
      `INSERT INTO score_snapshot (scorecard_id, county_id, no, content, taken_by) VALUES ($1, $2, 1, '{}', $3)`,
      [ground.shuangbai, world.shuangbai.id, actor.accountId],
    );
    await client.query(
      `UPDATE scorecard SET status = 'submitted', submissions = 1, submitted_at = anju_now(), submitted_by = $2, taken_in_reason = $3 WHERE id = $1`,
      [ground.shuangbai, actor.accountId, takenIn],
    );
  });
};
const waiting = async (): Promise<Json[]> =>
  (await asking(() => world)('GET', tasks.GET, bureau, {})).json.items.filter(
    ({ kind }: Json) => kind === 'scorecardOverdue',
  );

test('the county drafts: points, a proof, a bonus, a report; and submits nothing', async () => {
  good(await desk.self(late, ground.shuangbai, 0, { criterion: '10.1', points: '5', reason: null }));
  const file = await fileRow(world, late, { name: '照片.pdf' });
  good(await desk.prove(late, ground.shuangbai, { criterion: '10.1', fileId: file.id, title: '改造前后' }));
  const made = good<ScorecardAnswer>(
    await desk.bonus(late, ground.shuangbai, { title: '创新', what: '全州推广', points: '2' }),
  );
  const praise = await fileRow(world, late, { name: '通报.pdf' });
  good(await desk.prove(late, ground.shuangbai, { bonusId: made.bonus[0]?.id, fileId: praise.id, title: '《通报》' }));
  good(await desk.report(late, ground.shuangbai, 1, { summary: '草稿', problems: null, nextSteps: null }));
  expect((await card(late)).totals.self).toMatchObject({ bonus: 200 });
});

test('its time lasts to the end of the day, and nobody cuts it short', async () => {
  await clockAt(world.owner, '2020-12-20T23:59+08:00');
  const early = await takeIn();
  expect(codes(early)).toEqual(['timeLeft']);
  expect(early.json.reasons[0].message).toContain('2020-12-20');
  expect((await card()).may.takeIn).toBe(false);
  expect(await waiting()).toEqual([]);
  await expect(straight(bureau, '抢先')).rejects.toMatchObject({ constraint: 'scorecard_taken_in' });
  expect((await card()).status).toBe('open');
});

test('the day after, the prefecture is told by name, and moves the day for all with a reason', async () => {
  await clockAt(world.owner, '2020-12-21T09:00+08:00');
  expect(await waiting()).toMatchObject([
    {
      params: { year: 2020, count: 1, names: '双柏县' },
      href: `/scorecards/${world.shuangbai.id}/season?year=2020`,
    },
  ]);
  const { id, version } = ground.season;
  const move = (body: object, as: Person = bureau, at = version) => desk.moveDue(as, id, at, body);
  expect(codes(await move({ selfDueOn: '2020-12-20', reason: '停电' }))).toEqual(['dueNotLater']);
  expect((await move({ selfDueOn: '2020-12-25' })).status).toBe(400);
  for (const as of ['lufengClerk', 'prefectureFinance', 'prefectureLeader'] as const)
    expect((await move({ selfDueOn: '2020-12-25', reason: '停电' }, as)).status).toBe(403);
  const moved = good<SeasonDetail>(await move({ selfDueOn: '2020-12-25', reason: '系统停机两天' }));
  expect(moved).toMatchObject({ selfDueOn: '2020-12-25', version: version + 1 });
  expect(moved.cards.map((one) => one.late)).toEqual([false, false]);
  expect((await move({ selfDueOn: '2020-12-28', reason: '再延' })).status).toBe(409);
  for (const as of ['lufengClerk', late] as const) {
    const { events } = await look(desk, as, as === late ? ground.shuangbai : ground.lufeng);
    expect(events[0]).toMatchObject({ kind: 'dueMoved', words: '2020年12月20日 → 2020年12月25日：系统停机两天' });
  }
  expect(await waiting()).toEqual([]);
  expect(codes(await takeIn())).toEqual(['timeLeft']);
  for (const to of ['2020-12-24', '2020-12-20'])
    await expect(
      withActorClient(world.actors[bureau], (client) =>
        client.query('UPDATE score_season SET self_due_on = $2 WHERE id = $1', [id, to]),
      ),
    ).rejects.toMatchObject({ constraint: 'score_season_due' });
});

test('taken in, the card begins with its records: what was not submitted counts nowhere', async () => {
  await clockAt(world.owner, '2020-12-26T09:00+08:00');
  expect(await card(late)).toMatchObject({ overdue: true, may: { takeIn: false } });
  expect((await card()).may.takeIn).toBe(true);
  expect((await takeIn(bureau, {})).status).toBe(400);
  for (const as of [late, 'prefectureFinance', 'prefectureLeader'] as const)
    expect((await takeIn(as)).status).toBe(403);
  // who submits is the county, who takes in the prefecture: neither does it in the other's name
  await expect(straight(late, '自己收')).rejects.toMatchObject({ constraint: 'scorecard_taken_in' });
  await expect(straight(bureau, null)).rejects.toMatchObject({ constraint: 'scorecard_taken_in' });
  const before = await card();
  const taken = good<ScorecardAnswer>(await takeIn());
  expect(taken).toMatchObject({
    ...{ status: 'submitted', overdue: false },
    submitted: { late: true, takenIn: '催报两次仍未提交' },
    totals: { self: null, review: { total: before.totals.computed.total } },
    bonus: [],
    report: { summary: null },
    snapshots: [{ no: 1, matches: true }],
  });
  expect(criterion(taken, '10.1')).toMatchObject({
    values: { computed: 0, self: null, review: 0 },
    self: null,
    proofs: [{ title: '改造前后' }],
  });
  const own = await card(late);
  expect(own).toMatchObject({ may: { self: false }, submitted: { takenIn: '催报两次仍未提交' } });
  expect(own.events[0]).toMatchObject({ kind: 'takenIn', words: '催报两次仍未提交' });
  expect((await asking(() => world)('GET', report.GET, late, { id: ground.shuangbai })).status).toBe(404);
  const listed = good<SeasonDetail>(await desk.season(bureau, ground.season.id));
  expect(listed.cards.map(({ takenIn, late: isLate }) => [takenIn, isLate])).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(await waiting()).toEqual([]);
});

test('it is taken in once, and has claimed nothing that could be punished', async () => {
  expect(codes(await takeIn())).toEqual(['submittedMeanwhile']);
  expect(codes(await desk.submit(late, ground.shuangbai, (await card()).version))).toEqual(['submittedTwice']);
  const said = { countyId: world.shuangbai.id, kind: 'falsified', facts: '虚报', documentNo: '1号' };
  expect(codes(await desk.sanction(bureau, ground.season.id, { ...said, documentOn: '2020-12-26' }))).toEqual([
    'nothingClaimed',
  ]);
});

test('given back, the county finds its drafts again and submits late, in its own name', async () => {
  good(await desk.sendBack(bureau, ground.shuangbai, (await card()).version, '县市申请补报'));
  const again = await card(late);
  expect(again).toMatchObject({ status: 'open', may: { self: true }, report: { summary: '草稿' } });
  expect(criterion(again, '10.1').values).toMatchObject({ self: 500 });
  expect(again.totals.self).toMatchObject({ bonus: 200 });
  const sent = good<ScorecardAnswer>(await desk.submit(late, ground.shuangbai, again.version));
  expect(sent).toMatchObject({ submitted: { late: true, takenIn: null }, snapshots: [{ no: 2 }, { no: 1 }] });
  const mine = { countyId: world.shuangbai.id, kind: 'falsified', facts: '虚报', documentNo: '1号' };
  good(await desk.sanction(bureau, ground.season.id, { ...mine, documentOn: '2020-12-26' }));
});

test('two at once: the county submits and the prefecture takes in, one of both', async () => {
  good(await desk.sendBack(bureau, ground.shuangbai, (await card()).version, '材料不清'));
  const { version } = await card();
  const both = await Promise.all([
    desk.submit(late, ground.shuangbai, version),
    desk.takeIn(bureau, ground.shuangbai, version),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await card()).snapshots.map(({ no }) => no)).toEqual([3, 2, 1]);
});

test('reviewed by its records, the county may still dispute, and the season goes on', async () => {
  if ((await card()).submitted?.takenIn === null) {
    good(await desk.sendBack(bureau, ground.shuangbai, (await card()).version, '县市要求撤回'));
    good(await takeIn());
  }
  const done = await reviewed(desk, ground.shuangbai);
  expect(done.totals).toMatchObject({ self: null, review: { total: done.totals.computed.total, bonus: 0 } });
  good(await desk.dispute(late, ground.shuangbai, { criterion: '10.1', reasons: '照片已上传' }));
  await reviewed(desk, ground.lufeng);
  expect(codes(await desk.deliberate(bureau, ground.season.id, ground.season.version + 1))).not.toContain(
    'notSubmittedBy',
  );
});
