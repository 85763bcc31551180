import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fundingRoute from '@/app/api/v1/projects/[id]/funding/route';
import * as ledgerRoute from '@/app/api/v1/projects/[id]/ledger/route';
import * as agreeRoute from '@/app/api/v1/projects/[id]/sharing/agree/route';
import * as retireRoute from '@/app/api/v1/projects/[id]/sharing/changes/[changeId]/retire/route';
import * as changesRoute from '@/app/api/v1/projects/[id]/sharing/changes/route';
import * as docxRoute from '@/app/api/v1/projects/[id]/sharing/notices/docx/route';
import * as noticesRoute from '@/app/api/v1/projects/[id]/sharing/notices/route';
import * as sharingRoute from '@/app/api/v1/projects/[id]/sharing/route';
import * as stagesRoute from '@/app/api/v1/projects/[id]/stages/route';
import { chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { withReader } from '@/lib/server/db/with-reader';
import type { Handler, Method } from '@/lib/server/define-route';
import { agreedResidentAmounts } from '@/lib/server/sharing/queries';
import { loadRulebooks } from '@/prisma/seed/rulebooks';
import type { Json } from '../../support/asking';
import { projectAt, type StageProject } from '../../support/stage-project';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface More {
  as?: Person;
  changeId?: string;
  version?: number;
}
async function ask(method: Method, handler: Handler, id: string, body?: unknown, more: More = {}) {
  const { as = 'lufengClerk', version, changeId } = more;
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const params: Record<string, string> = changeId ? { id, changeId } : { id };
  const { status, json } = await world.call(handler, { as, method, params, body, headers });
  return { status, json: json as Json };
}
const sheetOf = async (id: string, as: Person = 'lufengClerk') => ask('GET', sharingRoute.GET, id, undefined, { as });
const save = (id: string, body: object, version = 0) => ask('PATCH', sharingRoute.PATCH, id, body, { version });
const change = (id: string, body: object, as: Person = 'lufengClerk') =>
  ask('POST', changesRoute.POST, id, body, { as });
const agree = (id: string, version: number, as: Person = 'lufengClerk') =>
  ask('POST', agreeRoute.POST, id, undefined, { version, as });
const codes = ({ json }: { json: Json }): string[] => (json.reasons ?? []).map(({ code }: Json) => code);
const money = ({ source, kind, payer, amount }: Json) => [source, kind, payer, amount];
const funding = async (id: string) => (await ask('GET', fundingRoute.GET, id)).json;

/** A later version of the plan, final: what is to be done, and what it costs. */
async function plan(project: StageProject, items: object[], no = 2, isFinal = true): Promise<void> {
  const { owner, actors, lufeng } = world;
  const here = { compound_id: project.compoundId, county_id: lufeng.id };
  const { rows } = await owner.query<{ id: string }>('SELECT rulebook_id AS id FROM project WHERE id = $1', [
    project.id,
  ]);
  const by = { created_by: actors.lufengClerk.accountId };
  const id = await insert(owner, 'compound_plan', {
    ...{ ...here, rulebook_id: rows[0]?.id, no, title: '一区一策' },
    ...by,
  });
  for (const item of items) await insert(owner, 'plan_item', { ...here, plan_id: id, answer: 'todo', ...item });
  if (!isFinal) return;
  await owner.query(`UPDATE compound_plan SET status = 'final', hash = 'x', finalized_at = anju_now() WHERE id = $1`, [
    id,
  ]);
}

const METERS = { item: 'B-R06', cost: 333_33 };
const UNDERGROUND = { item: 'C-R06', cost: 1000_01, method: 'underground' };
const DOORS = { item: 'B-I01', cost: 100_01, resident_percent: 50 };
/** Roads 60,000.00 and what each payer has something of: 61,433.35 together. */
async function wide(): Promise<StageProject> {
  const project = await projectAt(world, 3);
  const building = { building_id: project.buildingId };
  await plan(project, [
    { item: 'C-R07', cost: 60_000_00 },
    { ...METERS, ...building },
    UNDERGROUND,
    { ...DOORS, ...building },
  ]);
  return project;
}
const settings = ({ compoundId }: StageProject) => ({
  cover: [{ source: 'central', amount: '25000.01' }],
  civil: [{ compoundId, item: 'C-R06', amount: '400.00' }],
  payers: [
    { rule: 'householdMeters', source: 'pipeline', name: '禄丰供电局' },
    { rule: 'underground', source: 'pipeline', name: '禄丰供电局' },
  ],
});

describe('采用分摊方案', () => {
  it('资金筹措计划按方案重列，合计与方案费用分文不差，第三阶段的资金条件即满足', async () => {
    const project = await wide();
    const { json: saved } = await save(project.id, settings(project));
    expect(saved).toMatchObject({ version: 1, cost: '61433.35', government: '60450.00', missing: [] });
    const { status, json } = await agree(project.id, saved.version);
    expect(status).toBe(200);
    expect(json.sums.map(money)).toEqual([
      ['central', null, null, '25000.01'],
      ['local', 'county', null, '35449.99'],
      ['pipeline', null, '禄丰供电局', '933.34'],
      ['residents', 'selfRaised', null, '50.01'],
    ]);
    expect(json.agreed).toMatchObject({ no: 1, sum: '61433.35', differs: false, by: expect.stringContaining('王丽') });
    const lines = await funding(project.id);
    expect(lines).toMatchObject({ sum: '61433.35', cost: '61433.35', difference: '0.00', state: 'equal' });
    expect(lines.items.map(money)).toEqual(json.sums.map(money));
    const { json: stages } = await ask('GET', stagesRoute.GET, project.id);
    const unmet = stages.stages[2].conditions.filter(({ met }: Json) => !met).map(({ need }: Json) => need);
    expect(unmet).not.toContain('fundingSums');
    expect(unmet).not.toContain('residentShares');
    const { rows } = await world.owner.query(
      `SELECT reason FROM audit_line WHERE entity = 'funding_line' AND action = 'sharing.agree' AND reason LIKE '%第1稿' LIMIT 1`,
    );
    expect(rows).toHaveLength(1);
  });

  it('居民自筹的交给收缴：每个小区多少、怎么分，以采用的为准，后来改了填写也不变', async () => {
    const project = await wide();
    const { json } = await save(project.id, settings(project));
    const agreed = (await agree(project.id, json.version)).json;
    await save(
      project.id,
      {
        compounds: [
          { compoundId: project.compoundId, rule: 'household', ownMoney: [{ kind: 'damages', amount: '10.00' }] },
        ],
      },
      agreed.version,
    );
    const read = () => withReader(world.actors.lufengClerk, (reader) => agreedResidentAmounts(reader, project.id));
    expect(await read()).toEqual([{ compoundId: project.compoundId, amount: 50_01n, rule: 'area' }]);
    const sheet = (await sheetOf(project.id)).json;
    expect(sheet.agreed.differs).toBe(true);
    await agree(project.id, sheet.version);
    expect(await read()).toEqual([{ compoundId: project.compoundId, amount: 40_01n, rule: 'household' }]);
  });

  it('缺什么一次说全：土建费用、出资单位、方案未定稿', async () => {
    const project = await wide();
    await plan(project, [UNDERGROUND, { ...METERS, building_id: project.buildingId }], 3);
    const answer = await agree(project.id, 0);
    expect(answer.status).toBe(422);
    expect(codes(answer).sort()).toEqual(['sharing.civilMissing', 'sharing.payerMissing', 'sharing.payerMissing']);
    const other = await projectAt(world, 3);
    await world.owner.query(`INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by)
      SELECT compound_id, county_id, rulebook_id, 2, title, created_by FROM compound_plan WHERE compound_id = '${other.compoundId}'`);
    expect(codes(await agree(other.id, 0))).toEqual([]);
  });

  it('两个人同时采用：一个成，另一个看到已经变了；资金只列一次', async () => {
    const project = await projectAt(world, 3);
    const answers = await Promise.all([agree(project.id, 0), agree(project.id, 0, 'lufengClerk2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await funding(project.id)).toMatchObject({ sum: '120000.00', state: 'equal' });
    expect((await sheetOf(project.id)).json.agreed.no).toBe(1);
  });

  it('方案费用后来变了：说两个数各是多少，阶段三不再满足；再采用一次，旧的留着', async () => {
    const project = await projectAt(world, 3);
    await agree(project.id, 0);
    await plan(project, [{ item: 'C-R07', cost: 70_000_07 }]);
    const { json } = await sheetOf(project.id);
    expect(json.missing).toEqual([]);
    expect(json.agreed).toMatchObject({
      differs: true,
      difference: { code: 'sharing.differs', params: { agreed: '120000.00', cost: '70000.07' } },
    });
    const { json: stages } = await ask('GET', stagesRoute.GET, project.id);
    const conditions = stages.stages[2].conditions;
    expect(conditions.find(({ need }: Json) => need === 'fundingSums')).toMatchObject({ met: false });
    await agree(project.id, json.version);
    const { rows } = await world.owner.query(
      'SELECT no, status, sum(amount)::text AS sum FROM agreed_share WHERE project_id = $1 GROUP BY 1, 2 ORDER BY 1',
      [project.id],
    );
    expect(rows).toEqual([
      { no: 1, status: 'superseded', sum: '12000000' },
      { no: 2, status: 'current', sum: '7000007' },
    ]);
  });

  it('采用以后，资金来源不能绕过分摊单独改', async () => {
    const project = await projectAt(world, 3);
    await agree(project.id, 0);
    const added = await ask('POST', fundingRoute.POST, project.id, { source: 'central', amount: '1.00' });
    expect(codes(added)).toEqual(['sharing.byHand']);
    await expect(
      world.owner.query('UPDATE agreed_share SET amount = 1 WHERE project_id = $1', [project.id]),
    ).rejects.toThrow('what was agreed stays');
  });

  it('以前版本的规则手册也一样分，合计也是全部费用', async () => {
    const project = await projectAt(world, 3);
    await plan(project, [{ ...METERS, building_id: project.buildingId }]);
    const first = (await loadRulebooks(world.owner, [chuxiong2020first])).get('2020.1');
    await world.owner.query('ALTER TABLE project DISABLE TRIGGER project_guard');
    await world.owner.query('UPDATE project SET rulebook_id = $2 WHERE id = $1', [project.id, first]);
    await world.owner.query('ALTER TABLE project ENABLE TRIGGER project_guard');
    const payers = [{ rule: 'householdMeters', source: 'pipeline', name: '供水公司' }];
    const { json } = await save(project.id, { subsidy: '33.33', payers });
    expect((await agree(project.id, json.version)).json.sums.map(money)).toEqual([
      ['local', 'county', null, '33.33'],
      ['pipeline', null, '供水公司', '300.00'],
    ]);
  });
});

describe('改变一项的分摊', () => {
  const roads = (project: StageProject, first = '20000.00', second = '40000.00') => ({
    ...{ compoundId: project.compoundId, item: 'C-R07' },
    parts: [
      { source: 'central', amount: first },
      { source: 'other', payer: '禄丰县城投公司', amount: second },
    ],
  });
  const reason = '县人民政府专题会议纪要〔2020〕3号';

  it('没有原因的不行，不等于费用的不行，居民的比例不在这里改', async () => {
    const project = await projectAt(world, 3);
    const bare = await change(project.id, roads(project));
    expect(codes(bare)).toEqual(['input.required']);
    expect(bare.json.reasons[0].field).toBe('reason');
    expect(codes(await change(project.id, { ...roads(project, '20000.01'), reason }))).toEqual(['sharing.notWhole']);
    const residents = [
      { source: 'central', amount: '20000.00' },
      { source: 'residents', kind: 'selfRaised', amount: '40000.00' },
    ];
    const byResidents = await change(project.id, { ...roads(project), parts: residents, reason });
    expect(codes(byResidents)).toEqual(['sharing.residentsByPlan']);
  });

  it.each([['-1'], ['0'], ['0.001'], ['1000000000000000'], ['一万']])('金额 %s 不收', async (amount) => {
    const project = await projectAt(world, 3);
    const answer = await change(project.id, { ...roads(project, amount), reason });
    expect([400, 422]).toContain(answer.status);
    expect(codes(answer).length).toBeGreaterThan(0);
    expect((await sheetOf(project.id)).json.version).toBe(0);
  });

  it('改了以后按改的分，撤去（写明原因）又按规则分；两次都在审计里', async () => {
    const project = await projectAt(world, 3);
    const { status, json } = await change(project.id, { ...roads(project), reason });
    expect(status).toBe(201);
    const item = json.items.find((one: Json) => one.item === 'C-R07');
    expect(item.change).toMatchObject({ reason, stale: false });
    expect(item.parts.map(money)).toEqual([
      ['central', null, null, '20000.00'],
      ['other', null, '禄丰县城投公司', '40000.00'],
    ]);
    const changeId = item.change.id;
    const back = await ask('POST', retireRoute.POST, project.id, { reason: '纪要已撤销' }, { changeId });
    const again = back.json.items.find((one: Json) => one.item === 'C-R07');
    expect(again).toMatchObject({ change: null, parts: [{ source: 'local', kind: 'county' }] });
    const gone = await ask('POST', retireRoute.POST, project.id, { reason: '再撤一次' }, { changeId });
    expect(gone.status).toBe(404);
    const { rows } = await world.owner.query<{ action: string; reason: string }>(
      `SELECT action, reason FROM audit_line WHERE entity = 'sharing_change' AND entity_id = $1 ORDER BY id`,
      [changeId],
    );
    expect(rows).toEqual([
      { action: 'sharing.change', reason },
      { action: 'sharing.retireChange', reason: '纪要已撤销' },
    ]);
  });

  it('别的县市的项目，看不见，也改不了', async () => {
    const project = await projectAt(world, 3);
    const as = 'shuangbaiClerk' as const;
    expect((await sheetOf(project.id, as)).status).toBe(404);
    expect((await change(project.id, { ...roads(project), reason }, as)).status).toBe(404);
    expect((await agree(project.id, 0, as)).status).toBe(404);
    expect((await ask('GET', noticesRoute.GET, project.id, undefined, { as })).status).toBe(404);
  });
});

describe('缴款通知', () => {
  const docx = (id: string, payer: string, as: Person = 'lufengClerk', due = '') =>
    world.call(docxRoute.GET, {
      ...{ as, method: 'GET', params: { id } },
      path: `/x?payer=${encodeURIComponent(payer)}${due && `&dueOn=${due}`}`,
    });

  it('除政府外每个出资方一份，金额就是采用的金额；居民的一个小区一份，各户之和分文不差', async () => {
    const project = await wide();
    const { json } = await save(project.id, settings(project));
    await agree(project.id, json.version);
    const { json: notices } = await ask('GET', noticesRoute.GET, project.id);
    expect(notices.items).toMatchObject([
      { key: 'pipeline/禄丰供电局', payer: '禄丰供电局', compound: null, amount: '933.34', items: 2 },
      { key: `residents/${project.compoundId}`, payer: null, amount: '50.01', items: 1 },
    ]);
  });

  it('一户一表由几家单位出的，每家一份通知；资金筹措计划也各列一笔', async () => {
    const project = await wide();
    const meters = { rule: 'householdMeters', source: 'pipeline' };
    const payers = [
      { ...meters, name: '禄丰供电局', item: 'B-R06', amount: '200.00' },
      { ...meters, name: '禄丰自来水公司', item: 'B-R06', amount: '100.00' },
      { ...meters, name: '禄丰燃气公司' },
      { rule: 'underground', source: 'pipeline', name: '禄丰供电局' },
    ];
    const over = await save(project.id, { ...settings(project), payers: [{ ...payers[0], amount: '333.34' }] });
    expect(over.json.reasons).toMatchObject([
      { code: 'sharing.payerTooMuch', params: { name: '禄丰供电局', over: '0.01' } },
    ]);
    const { json } = await save(project.id, { ...settings(project), payers });
    expect(json.payers).toMatchObject([
      {
        ...{ rule: 'householdMeters', amount: '333.33', unnamed: '0.00' },
        names: ['禄丰供电局', '禄丰自来水公司', '禄丰燃气公司'],
      },
      { rule: 'underground', names: ['禄丰供电局'] },
    ]);
    expect((await agree(project.id, json.version)).status).toBe(200);
    const { json: notices } = await ask('GET', noticesRoute.GET, project.id);
    const pipeline = notices.items.filter(({ source }: Json) => source === 'pipeline');
    const sums = pipeline.map(({ payer, amount }: Json) => [payer, amount]);
    expect(new Map(sums)).toEqual(
      new Map([
        ['禄丰供电局', '800.01'],
        ['禄丰自来水公司', '100.00'],
        ['禄丰燃气公司', '33.33'],
      ]),
    );
    const lines = (await funding(project.id)).items.filter(({ source }: Json) => source === 'pipeline');
    expect(new Map(lines.map(({ payer, amount }: Json) => [payer, amount]))).toEqual(new Map(sums));
  });

  it('通知、资金筹措计划和资金台账是同一个数', async () => {
    const project = await wide();
    const { json } = await save(project.id, settings(project));
    await agree(project.id, json.version);
    const { json: notices } = await ask('GET', noticesRoute.GET, project.id);
    const { json: money } = await ask('GET', ledgerRoute.GET, project.id);
    const { json: plan } = await ask('GET', fundingRoute.GET, project.id);
    expect(plan).toMatchObject({ state: 'equal', sum: money.total.planned, cost: money.total.planned });
    for (const { key, amount } of notices.items as { key: string; amount: string }[]) {
      const source = key.split('/')[0];
      expect(money.sources.find((line: { source: string }) => line.source === source)?.planned).toBe(amount);
      const { response } = await docx(project.id, key);
      const zip = unzipSync(new Uint8Array(await response.arrayBuffer()));
      expect(new TextDecoder().decode(zip['word/document.xml'])).toContain(amount);
    }
  });

  it('缴款期限早于今天的不行，说明今天是哪天；今天可以', async () => {
    const project = await wide();
    const { json } = await save(project.id, settings(project));
    await agree(project.id, json.version);
    const { rows } = await world.owner.query<{ today: string; before: string }>(
      'SELECT anju_today()::text AS today, (anju_today() - 1)::text AS before',
    );
    const { today = '', before = '' } = rows[0] ?? {};
    const late = await docx(project.id, 'pipeline/禄丰供电局', 'lufengClerk', before);
    expect([late.status, (late.json as Json).reasons]).toMatchObject([
      422,
      [{ code: 'sharing.dueOver', field: 'dueOn', params: { found: before, expected: today } }],
    ]);
    expect((await docx(project.id, 'pipeline/禄丰供电局', 'lufengClerk', today)).status).toBe(200);
  });

  it('Word 每次都是同样的字节；没有这个出资方的没有', async () => {
    const project = await wide();
    const { json } = await save(project.id, settings(project));
    await agree(project.id, json.version);
    const hashes = [];
    for (const payer of ['pipeline/禄丰供电局', 'pipeline/禄丰供电局', `residents/${project.compoundId}`]) {
      const { status, response } = await docx(project.id, payer);
      expect(status).toBe(200);
      hashes.push(
        createHash('sha256')
          .update(Buffer.from(await response.arrayBuffer()))
          .digest('hex'),
      );
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
    expect((await docx(project.id, 'pipeline/没有这家')).status).toBe(404);
    expect((await docx(project.id, 'pipeline/禄丰供电局', 'shuangbaiClerk')).status).toBe(404);
  });
});
