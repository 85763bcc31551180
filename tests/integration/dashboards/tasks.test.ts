import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as content } from '@/app/api/v1/rulebook/[id]/route';
import { GET as versions } from '@/app/api/v1/rulebook/route';
import { GET } from '@/app/api/v1/tasks/route';
import { type Tasks, tasksAnswer } from '@/lib/domain/tasks/answers';
import { makeWorld, type Person, type World } from '../../support/world';
import { addCompound, addSurvey } from './compounds';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const tasks = async (as: Person): Promise<Tasks> => tasksAnswer.parse((await world.call(GET, { as })).json);
const kinds = async (as: Person) => (await tasks(as)).items.map(({ kind }) => kind);

test('before anything happened: a calm home, and the prefecture is asked for a campaign', async () => {
  expect(await kinds('lufengClerk')).toEqual([]);
  expect(await kinds('prefectureLeader')).toEqual([]);
  expect(await kinds('prefectureBureau')).toEqual(['campaignMissing']);
});

test('people of projects are told where their tasks will come from', async () => {
  expect(await tasks('lufengEntity')).toMatchObject({ ofProjects: true, items: [] });
  expect((await tasks('lufengClerk')).ofProjects).toBe(false);
});

test('the county completes what is incomplete, most missing first, each link landing on the field', async () => {
  const { unknown } = await addSurvey(world);
  const worse = await addCompound(world, {
    name: '缺得最多',
    county: 'lufeng',
    missing: ['eligibility.missing.yearBuilt', 'readiness.photos', 'readiness.address'],
  });
  const [first, second] = (await tasks('lufengClerk')).items;
  expect(first).toMatchObject({
    kind: 'compoundIncomplete',
    params: { name: '缺得最多', count: 3 },
    href: `/compounds/${worse}/edit`,
  });
  expect(second).toMatchObject({ params: { name: '无名小区' }, dueOn: null, light: 'neutral' });
  await world.owner.query(
    `UPDATE compound SET eligibility_reasons = '[{"code":"eligibility.missing.yearBuilt","field":"yearBuilt"}]' WHERE id = $1`,
    [unknown],
  );
  expect((await tasks('lufengClerk')).items[1]?.href).toBe(`/compounds/${unknown}/edit#yearBuilt`);
  expect(await kinds('shuangbaiClerk')).toEqual([]);
  expect(await kinds('lufengFinance')).toEqual([]);
});

test('an open campaign gives everything its date; a late one is red', async () => {
  await world.owner.query(
    `INSERT INTO survey_campaign (prefecture_id, name, opens_on, closes_on) VALUES ($1, '年度排查', anju_today() - 30, anju_today() - 1)`,
    [world.prefectureId],
  );
  const county = (await tasks('lufengClerk')).items;
  expect(county[0]).toMatchObject({ kind: 'campaignClosing', light: 'red', daysLeft: -1, params: { count: 2 } });
  expect(county.map(({ light }) => light)).toEqual(['red', 'red', 'red']);
  expect((await tasks('prefectureBureau')).items[0]).toMatchObject({ kind: 'baselineFreeze', light: 'red' });
});

test('a community officer mends the register of the own community alone', async () => {
  const { items } = await tasks('lufengCommunity');
  expect(items).toMatchObject([{ kind: 'registerGaps', params: { name: '老街小区', noArea: 0, noOwner: 3 } }]);
  expect(await kinds('lufengCommunity2')).toEqual([]);
});

test('sheets that wait, and files that lie ready', async () => {
  const { accountId } = world.actors.lufengClerk;
  const file = await world.owner.query<{ id: string }>(
    `INSERT INTO stored_file (prefecture_id, county_id, purpose, name, media_type, size, sha256, storage_key, uploaded_by)
     VALUES ($1, $2, 'export', '禄丰市小区.xlsx', 'application/x', 1, 'x', 'k', $3) RETURNING id`,
    [world.prefectureId, world.lufeng.id, accountId],
  );
  const add = (status: string, errors: number) =>
    world.owner.query(
      `INSERT INTO import_batch (county_id, created_by, kind, status, file_id, file_name, errors) VALUES ($1, $2, 'template', $3, $4, $5, $6)`,
      [world.lufeng.id, accountId, status, file.rows[0]?.id, `${status}.xlsx`, errors],
    );
  await add('previewed', 0);
  await add('previewed', 7);
  await add('mapping', 0);
  await add('applied', 0);
  await world.owner.query(
    `INSERT INTO export_job (county_id, created_by, kind, status, file_id, finished_at) VALUES ($1, $2, 'compounds', 'done', $3, anju_now())`,
    [world.lufeng.id, accountId, file.rows[0]?.id],
  );
  const found = await kinds('lufengClerk');
  expect(found).toEqual(expect.arrayContaining(['importConfirm', 'importProblems', 'importMapping', 'exportReady']));
  expect(found.filter((kind) => kind.startsWith('import'))).toHaveLength(3);
  expect(await kinds('shuangbaiClerk')).toEqual([]);
});

test('accounts that nobody ever used are shown to who administers them', async () => {
  await world.owner.query(`UPDATE account SET created_at = anju_now() - interval '4 days' WHERE county_id = $1`, [
    world.lufeng.id,
  ]);
  expect(await kinds('lufengClerk2')).toContain('accountsUnused');
  expect(await kinds('shuangbaiClerk')).not.toContain('accountsUnused');
  expect(await kinds('lufengFinance')).not.toContain('accountsUnused');
});

test('the rule book is read by all who work in the programme, by version and year', async () => {
  for (const as of ['lufengEntity', 'lufengCommunity', 'prefectureBureau', 'lufengLeader'] as const) {
    const { items } = (await world.call(versions, { as })).json as { items: { id: string; years: number[] }[] };
    expect(items).toMatchObject([{ id: world.rulebookId, years: [2020], current: true, code: '楚住建城〔2020〕1号' }]);
  }
  const whole = await world.call(content, { as: 'lufengTown', params: { id: world.rulebookId } });
  expect((whole.json as { menu: unknown[] }).menu).toHaveLength(36);
  expect((await world.call(content, { as: 'lufengTown', params: { id: world.prefectureId } })).status).toBe(404);
  expect((await world.call(versions)).status).toBe(401);
});
