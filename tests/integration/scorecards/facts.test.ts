import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../../support/clock';
import { confirmedPlan, movedRow, paidRow } from '../../support/fund-rows';
import { fileRow, type ProjectMade, planRow, projectRow, stageRow } from '../../support/project-rows';
import { insert, makeWorld, type World } from '../../support/world';
import { allFacts, compoundFacts, lufengFacts, projectFacts } from './reading';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2020-05-20T10:00+08:00');
});
afterAll(() => world.end());

const by = () => world.actors.lufengClerk.accountId;
const of = ({ id, countyId }: ProjectMade) => ({ project_id: id, county_id: countyId });
const row = (table: string, values: Record<string, unknown>) => insert(world.owner, table, values);
const project = (wish: Parameters<typeof projectRow>[1] = {}) => projectRow(world, { stage: 8, ...wish });
const first = ({ compounds }: ProjectMade) => compounds[0] as ProjectMade['compounds'][number];

describe('谁看得到', () => {
  it('县市看本县的，州看全州的，按单位的次序；乡镇、社区、实施单位没有', async () => {
    const mine = await project();
    const foreign = await project({ county: 'shuangbai' });
    const all = await allFacts(world, 'prefectureLeader');
    expect(all.map(({ county }) => county)).toEqual([
      { id: world.lufeng.id, name: '禄丰市' },
      { id: world.shuangbai.id, name: '双柏县' },
    ]);
    expect(all.map(({ projects }) => projects.map(({ id }) => id))).toEqual([[mine.id], [foreign.id]]);
    expect(await allFacts(world, 'lufengFinance')).toEqual([all[0]]);
    expect(await allFacts(world, 'prefectureBureau', 2020, world.shuangbai.id)).toEqual([all[1]]);
    expect(await allFacts(world, 'lufengClerk', 2020, world.shuangbai.id)).toEqual([]);
    for (const as of ['lufengTown', 'lufengCommunity', 'lufengEntity'] as const)
      expect(await allFacts(world, as)).toEqual([]);
    expect(await allFacts(world, 'prefectureBureau', 2031)).toEqual([]);
  });

  it('数据库也只给本县的，无论问的是谁', async () => {
    const { pool } = await import('@/lib/server/db/pool');
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      const ask = async (level: string, counties: string[]) => {
        await client.query(
          `SELECT set_config('app.level', $1, true), set_config('app.prefecture', $2, true), set_config('app.counties', $3, true)`,
          [level, world.prefectureId, `{${counties.join(',')}}`],
        );
        const asked = [world.lufeng.id, world.shuangbai.id];
        const { rows } = await client.query<{ facts: { head?: { id: string } } }>(
          `SELECT facts FROM score_facts($1, 2020) WHERE kind = 'county'`,
          [asked],
        );
        return rows.flatMap(({ facts }) => facts.head?.id ?? []);
      };
      expect(await ask('county', [world.lufeng.id])).toEqual([world.lufeng.id]);
      expect(await ask('community', [world.lufeng.id])).toEqual([]);
      expect(await ask('county', [])).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('没有个人信息：只有领导小组组长的名字', async () => {
    const made = await project();
    await row('leading_group', {
      ...{
        county_id: world.lufeng.id,
        document_no: '禄政通〔2020〕3号',
        document_on: '2020-01-10',
        head: '周正',
        head_post: '副市长',
      },
      ...{ members: JSON.stringify([{ name: '李成员', post: '局长' }]), created_by: by() },
    });
    await row('inspection', {
      ...{ ...of(made), kinds: ['quality'], level: 'county', inspected_on: '2020-05-01', participants: '张检查' },
      ...{ inspector: '王检查员', created_by: by() },
    });
    const facts = await lufengFacts(world);
    expect(facts.leadingGroup).toMatchObject({
      head: '周正',
      headPost: '副市长',
      hasFile: false,
      documentOn: '2020-01-10',
    });
    expect(JSON.stringify(facts)).not.toMatch(/李成员|张检查|王检查员/);
  });
});

describe('年度、计划、底数', () => {
  it('年度的期限和今天；没有计划，就没有任务', async () => {
    const facts = await lufengFacts(world);
    expect(facts).toMatchObject({ year: 2020, startBy: '2020-02-29', completeBy: '2020-06-30', today: '2020-05-20' });
    expect(facts.plan).toBeNull();
  });

  it('任务是最后一次确认的计划下达的；起草中的调整不算', async () => {
    const chosen = await project();
    const left = await project();
    await confirmedPlan(world, [chosen]);
    const plan = async (no: number, status: 'draft' | 'confirmed', compounds: number | null) => {
      const { rows } = await world.owner.query<{ id: string }>(
        `INSERT INTO annual_plan (prefecture_id, programme_year_id, no, title, weights, reason, created_by)
         SELECT prefecture_id, id, $1, '调整', '{}', '资金调整', $2 FROM programme_year WHERE year = 2020 RETURNING id`,
        [no, world.actors.prefectureBureau.accountId],
      );
      const id = rows[0]?.id ?? '';
      if (compounds !== null)
        await world.owner.query(
          'INSERT INTO county_target (plan_id, county_id, compounds, households) VALUES ($1, $2, $3, 100)',
          [...[id, world.lufeng.id, compounds]],
        );
      if (status === 'confirmed')
        await world.owner.query(
          `UPDATE annual_plan SET status = 'confirmed', document_no = $2, document_on = '2020-04-01', confirmed_at = anju_now(), confirmed_by = $3 WHERE id = $1`,
          [id, `楚住建〔2020〕${no}号`, world.actors.prefectureBureau.accountId],
        );
      return id;
    };
    expect((await lufengFacts(world)).plan).toBeNull();
    expect((await projectFacts(world, chosen.id)).inPlan).toBe(true);
    expect((await projectFacts(world, left.id)).inPlan).toBe(false);
    const second = await plan(2, 'confirmed', 9);
    await plan(3, 'draft', 12);
    expect((await lufengFacts(world)).plan).toEqual({ id: second, no: 2, documentNo: '楚住建〔2020〕2号', target: 9 });
    expect((await projectFacts(world, chosen.id)).inPlan, 'the plan in force has no entry of it').toBe(false);
  });

  it('退出的项目不在内，其小区也不在内；别年的项目不在内', async () => {
    const made = await project();
    expect((await lufengFacts(world)).projects.map(({ id }) => id)).toContain(made.id);
    await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [made.id]);
    expect((await lufengFacts(world)).projects.map(({ id }) => id)).not.toContain(made.id);
    expect(await allFacts(world, 'lufengClerk', 2019)).toMatchObject([]);
  });

  it('摸底：在册的小区，符合条件的有几个', async () => {
    const { survey } = await lufengFacts(world);
    const { rows } = await world.owner.query(
      `SELECT count(*)::int AS compounds, count(*) FILTER (WHERE eligibility = 'eligible')::int AS eligible FROM compound WHERE county_id = $1 AND status = 'active'`,
      [world.lufeng.id],
    );
    expect(survey).toEqual(rows[0]);
    expect(survey.eligible).toBeGreaterThan(0);
  });
});

describe('申报、开工、手续', () => {
  it('申请以被接收的那一份首次收到的日子为准，是上海的日子', async () => {
    const made = await project();
    const apply = (status: string, at: string) =>
      world.owner.query(
        `INSERT INTO application (project_id, county_id, programme_year_id, applicant, applied_on, file_id, status, reply, answered_at, created_by, created_at)
         SELECT id, county_id, programme_year_id, '业主委员会', '2020-01-01', anju_new_id(), $2, '见回复', anju_now(), created_by, $3 FROM project WHERE id = $1`,
        [made.id, status, at],
      );
    await apply('returned', '2020-01-10T08:00+08:00');
    expect((await projectFacts(world, made.id)).appliedOn).toBeNull();
    await apply('accepted', '2020-02-29T23:59:59.999+08:00');
    expect((await projectFacts(world, made.id)).appliedOn).toBe('2020-02-29');
  });

  it('开工以首次收到的为准：整个项目的，或者最早一个小区的；重大更正退回的没有了', async () => {
    const made = await project({ compounds: 2 });
    const [one, two] = made.compounds;
    const start = (compound: string | null, actual: string, at: string) =>
      row('milestone', {
        ...{ ...of(made), compound_id: compound, kind: 'start', actual_on: actual, stated_on: actual },
        ...{ first_received_at: at, received_at: at, reported_by: by() },
      });
    expect(await projectFacts(world, made.id)).toMatchObject({ startedOn: null, begunOn: null, longestGap: null });
    await start(two?.id ?? null, '2020-02-20', '2020-03-01T00:00:00+08:00');
    expect(await projectFacts(world, made.id)).toMatchObject({ startedOn: '2020-03-01', begunOn: '2020-02-20' });
    const early = await start(one?.id ?? null, '2020-02-10', '2020-02-29T23:59:59.999+08:00');
    await start(null, '2020-02-10', '2020-03-05T10:00+08:00');
    expect(await projectFacts(world, made.id)).toMatchObject({ startedOn: '2020-02-29', begunOn: '2020-02-10' });
    await world.owner.query(
      `UPDATE milestone SET status = 'returned', remark = '日期有误', material = true, first_received_at = NULL, decided_by = reported_by WHERE id = $1`,
      [early],
    );
    expect((await projectFacts(world, made.id)).startedOn).toBe('2020-03-01');
  });

  it('第七阶段完成的日子：以首次收到为准', async () => {
    const made = await project({ stage: 7 });
    expect((await projectFacts(world, made.id)).readyOn).toBeNull();
    await world.owner.query(
      `UPDATE project_stage SET status = 'completed', step = NULL, stated_on = '2020-03-01', received_at = '2020-03-02T09:00+08:00', accepted_at = '2020-03-09T09:00+08:00' WHERE project_id = $1 AND stage = 7`,
      [made.id],
    );
    expect((await projectFacts(world, made.id)).readyOn).toBe('2020-03-02');
  });
});

describe('资金', () => {
  it('站得住的各笔：冲销的和冲销它的都不算；有凭证号和文件的；支付有合同、内容和第二个人的', async () => {
    const made = await project({ contractSum: 100_000_00 });
    const file = await fileRow(world, 'lufengClerk');
    const allocated = { projectId: made.id, movement: 'allocated', amount: 500, on: '2020-03-01' } as const;
    await movedRow(world, world.lufeng, allocated);
    await movedRow(world, world.lufeng, { ...allocated, source: 'local', kind: 'county' });
    const received = { ...allocated, movement: 'received' } as const;
    await movedRow(world, world.lufeng, { ...received, amount: 300 });
    await movedRow(world, world.lufeng, { ...received, amount: 100 });
    const wrong = await movedRow(world, world.lufeng, { ...received, source: 'local', kind: 'county', amount: 50 });
    await paidRow(world, made, { amount: 20, on: '2020-04-01' });
    expect(await projectFacts(world, made.id)).toMatchObject({
      ...{ entries: 6, entriesWithFile: 0, payments: 1, paymentsInOrder: 1, contracts: ['construction'] },
      received: [
        { source: 'central', kind: '', amount: '40000' },
        { source: 'local', kind: 'county', amount: '5000' },
      ],
    });
    await world.owner.query(
      `INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, note, reverses_id, file_id, file_sha256, created_by)
       SELECT county_id, project_id, programme_year_id, 'reversed', source, fund_kind, earmark, amount, '2020-04-02', 'T-冲', '入错科目', id, $2, $3, created_by FROM ledger_entry WHERE id = $1`,
      [wrong, file.id, file.sha256],
    );
    expect(await projectFacts(world, made.id)).toMatchObject({
      ...{ entries: 5, entriesWithFile: 0 },
      received: [{ source: 'central', kind: '', amount: '40000' }],
    });
  });
});

describe('检查', () => {
  it('问题：期限当天整改的不迟，过了期限整改的迟，没有整改又过了期限的迟；重大的没有销号的', async () => {
    const made = await project();
    const finding = (limit: string, more: Record<string, unknown> = {}) =>
      row('finding', {
        ...{ ...of(made), kind: 'quality', grade: 'major', place: '1栋', content: '渗漏', inspected_on: '2020-05-01' },
        ...{ limit_on: limit, created_by: by(), ...more },
      });
    const fixed = (on: string) => ({ status: 'rectified', rectified_on: on, rectification: '已修' });
    await finding('2020-05-10', fixed('2020-05-10'));
    await finding('2020-05-20', { grade: 'grave' });
    expect(await projectFacts(world, made.id)).toMatchObject({ findings: 2, findingsLate: 0, graveOpen: 1 });
    await finding('2020-05-10', fixed('2020-05-11'));
    await finding('2020-05-19');
    expect(await projectFacts(world, made.id)).toMatchObject({ findings: 4, findingsLate: 2, graveOpen: 1 });
  });

  it('停工没有复工的、验收没有通过的', async () => {
    const made = await project();
    const stop = await row('stop_work', {
      ...{ ...of(made), no: '停-1', level: 'county', reason: '无证上岗', issued_on: '2020-05-02' },
      ...{ issuer: '王丽', created_by: by() },
    });
    await row('acceptance', {
      ...{ ...of(made), no: 1, held_on: '2020-05-10', place: '院内', status: 'failed', conclusion: '屋面渗漏' },
      ...{ concluded_at: '2020-05-10T10:00+08:00', concluded_by: by(), created_by: by() },
    });
    expect(await projectFacts(world, made.id)).toMatchObject({ stopped: 1, acceptancesFailed: 1 });
    await world.owner.query(
      `UPDATE stop_work SET lifted_on = '2020-05-03', lift_reason = '已整改', lift_file_id = $3, lifted_by = $2, lift_level = 'county', version = 2 WHERE id = $1`,
      [stop, by(), (await fileRow(world, 'lufengClerk')).id],
    );
    expect((await projectFacts(world, made.id)).stopped).toBe(0);
  });

  it('最长多久没有检查：从开工到今天；竣工以后不再算', async () => {
    const made = await project();
    const look = (on: string) =>
      row('inspection', {
        ...{ ...of(made), kinds: ['quality'], level: 'county', inspected_on: on, inspector: '王丽', created_by: by() },
      });
    await row('milestone', {
      ...{ ...of(made), kind: 'start', actual_on: '2020-03-01', stated_on: '2020-03-01' },
      ...{ first_received_at: '2020-03-01T10:00+08:00', reported_by: by() },
    });
    const gap = async () => {
      const { inspections, longestGap } = await projectFacts(world, made.id);
      return [inspections, longestGap];
    };
    expect(await gap(), 'from 1 March to 20 May').toEqual([0, 80]);
    await look('2020-02-01');
    await look('2020-04-10');
    await look('2020-04-10');
    expect(await gap(), '1 March to 10 April; 10 April to 20 May').toEqual([3, 40]);
    await look('2020-04-01');
    expect(await gap(), '10 April to 20 May').toEqual([4, 40]);
    await row('milestone', {
      ...{ ...of(made), compound_id: first(made).id, kind: 'completion', status: 'accepted', actual_on: '2020-04-19' },
      ...{
        stated_on: '2020-04-19',
        first_received_at: '2020-04-20T10:00+08:00',
        accepted_at: '2020-04-21T10:00+08:00',
      },
      ...{ reported_by: by(), decided_by: by() },
    });
    expect(await gap(), '1 March to 1 April').toEqual([4, 31]);
  });
});

describe('小区', () => {
  it('方案：定稿的才算；每栋楼有一行；要做的、处处做完的', async () => {
    const made = await project();
    const { id, buildings } = first(made);
    expect(await compoundFacts(world, made.id)).toMatchObject({
      ...{ eligible: true, planFinal: false, buildings: 2, buildingsPlanned: 0, planned: [], done: [] },
    });
    const [east, west] = buildings as [string, string];
    await planRow(world, made, id, [
      ['C-R07', null],
      ['B-R01', east],
      ['B-R01', west],
    ]);
    expect(await compoundFacts(world, made.id)).toMatchObject({
      ...{ planFinal: true, buildingsPlanned: 2, planned: ['B-R01', 'C-R07'], done: [] },
    });
    const complete = (item: string, building: string | null) =>
      row('item_completion', {
        ...{ ...of(made), compound_id: id, building_id: building, item, completed_on: '2020-05-01', reported_by: by() },
      });
    await complete('C-R07', null);
    const half = await complete('B-R01', east);
    expect((await compoundFacts(world, made.id)).done).toEqual(['C-R07']);
    await complete('B-R01', west);
    expect((await compoundFacts(world, made.id)).done).toEqual(['B-R01', 'C-R07']);
    await world.owner.query(
      `UPDATE item_completion SET retired_at = anju_now(), retired_reason = '返工' WHERE id = $1`,
      [half],
    );
    expect((await compoundFacts(world, made.id)).done).toEqual(['C-R07']);
  });

  it('竣工：小区自己的报告，其次整个项目的，最后第八阶段；报了没有接收的不算', async () => {
    const made = await project({ compounds: 2 });
    const [one, two] = made.compounds;
    const complete = (compound: string | null, status: string, at: string) =>
      row('milestone', {
        ...{ ...of(made), compound_id: compound, kind: 'completion', status, actual_on: '2020-05-01' },
        ...{ stated_on: '2020-05-01', first_received_at: at, reported_by: by() },
        ...(status === 'accepted' ? { accepted_at: '2020-05-18T10:00+08:00', decided_by: by() } : {}),
      });
    const completed = async () =>
      Object.fromEntries(
        (await projectFacts(world, made.id)).compounds.map(({ id, completedOn }) => [id, completedOn]),
      );
    const [a, b] = [one?.id ?? '', two?.id ?? ''];
    expect(await completed()).toEqual({ [a]: null, [b]: null });
    await complete(a, 'accepted', '2020-05-10T23:59:59.999+08:00');
    const waiting = await complete(b, 'submitted', '2020-05-11T10:00+08:00');
    expect(await completed()).toEqual({ [a]: '2020-05-10', [b]: null });
    await complete(null, 'accepted', '2020-05-12T00:00:00+08:00');
    expect(await completed()).toEqual({ [a]: '2020-05-10', [b]: '2020-05-12' });
    await world.owner.query(
      `UPDATE milestone SET status = 'accepted', accepted_at = anju_now(), decided_by = reported_by WHERE id = $1`,
      [waiting],
    );
    expect(await completed()).toEqual({ [a]: '2020-05-10', [b]: '2020-05-11' });

    const by8 = await project({ stage: 9, completedOn: '2020-05-15' });
    expect(
      (await projectFacts(world, by8.id)).compounds.map(({ completedOn, accepted }) => [completedOn, accepted]),
    ).toEqual([['2020-05-15', false]]);
    await stageRow(world, by8.id, 9, '2020-05-16');
    await world.owner.query('UPDATE project SET stage = 10 WHERE id = $1', [by8.id]);
    expect((await compoundFacts(world, by8.id)).accepted).toBe(true);
  });

  it('满意度：结束的调查，按它问的户数', async () => {
    const made = await project();
    const { id } = first(made);
    await world.owner.query('UPDATE compound_total SET households = 40 WHERE compound_id = $1', [id]);
    expect(await compoundFacts(world, made.id)).toMatchObject({ households: 40, satisfied: null });
    await world.owner.query('ALTER TABLE satisfaction_survey DISABLE TRIGGER USER');
    const survey = await row('satisfaction_survey', {
      ...{
        ...of(made),
        compound_id: id,
        rulebook_id: world.rulebookId,
        status: 'open',
        households: 38,
        opened_by: by(),
      },
    });
    expect(await compoundFacts(world, made.id)).toMatchObject({ households: 40, satisfied: null });
    await world.owner.query(
      `UPDATE satisfaction_survey SET status = 'closed', closed_at = anju_now(), closed_by = opened_by, answered = 30, satisfied = 27, result = '{}', words = '[]' WHERE id = $1`,
      [survey],
    );
    await world.owner.query('ALTER TABLE satisfaction_survey ENABLE TRIGGER USER');
    expect(await compoundFacts(world, made.id)).toMatchObject({ households: 38, satisfied: 27 });
  });
});
