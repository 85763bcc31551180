import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as entriesRoute from '@/app/api/v1/funds/entries/route';
import * as overviewRoute from '@/app/api/v1/funds/overview/route';
import * as tableRoute from '@/app/api/v1/funds/table.xlsx/route';
import { type Balances, figuresOf, post } from '@/lib/domain/funds/books';
import { countedSum, type EntryList } from '@/lib/domain/funds/entry-answers';
import { flowsOf } from '@/lib/domain/funds/overview';
import type { FundOverview } from '@/lib/domain/funds/overview-answers';
import type { AccountClass, Pot } from '@/lib/domain/funds/types';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import { FUNDING_SOURCES } from '@/lib/domain/rulebook/schema-funding';
import { withReader } from '@/lib/server/db/with-reader';
import { fundOverview } from '@/lib/server/funds/overview';
import { projectMoney } from '@/lib/server/funds/project-money';
import { fen } from '../../support/money';
import { makeWorld, type Person, type World } from '../../support/world';
import { exported, opened, records, sheetOf } from '../exports/support';
import { type Fundable, fundable, moveMoney, type Written } from './random';

let world: World;
let projects: Fundable[];
let history: Written[] = [];
let balances: Balances = new Map();

/** Sums in lists, dashboards, exports and on a project's page come from one definition: whatever moved, all say the same. */
beforeAll(async () => {
  world = await makeWorld();
  projects = [...(await fundable(world, 'lufeng', 3)), ...(await fundable(world, 'shuangbai', 2))];
  const { written, refused } = await moveMoney(world, projects, 20_200_630, 400);
  history = written;
  expect(refused).toBeGreaterThan(20);
  expect(new Set(history.map(({ movement }) => movement)).size).toBe(5);
  // of each kind something was taken back
  expect(new Set(history.flatMap(({ reverses }) => reverses?.movement ?? [])).size).toBe(4);
  for (const entry of history) {
    // pots of counties are apart as their ids are
    balances = post(balances, { ...entry, projectId: entry.projectId });
  }
}, 120_000);
afterAll(() => world.end());

const overview = async (as: Person, query = ''): Promise<FundOverview> =>
  (await world.call(overviewRoute.GET, { as, path: `/api/v1/funds/overview${query}` })).json;
const list = async (as: Person, query: string): Promise<EntryList> =>
  (await world.call(entriesRoute.GET, { as, path: `/api/v1/funds/entries?${query}` })).json;

/** The three figures by the domain's books: history added again. */
function ofHistory(wanted: (entry: Written) => boolean, withPool = true) {
  let own: Balances = new Map();
  for (const entry of history.filter(wanted)) own = post(own, entry);
  const accounts = [...own].map(([key, balance]) => ({ class: key.split('/').at(-1) as AccountClass, balance }));
  const pooled = accounts.filter((one) => withPool && one.class === 'pool');
  const pool = sumMoney(pooled.map(({ balance }) => balance));
  const { allocated, received, paid } = figuresOf(accounts);
  return { allocated: formatMoney(allocated + pool), received: formatMoney(received), paid: formatMoney(paid) };
}
const three = ({ allocated, received, paid }: { allocated: string; received: string; paid: string }) => ({
  allocated,
  received,
  paid,
});

test('history added again is what the accounts of the database hold', async () => {
  const { rows } = await world.owner.query<{ key: string; balance: string }>(
    `SELECT concat_ws('/', coalesce(project_id::text, ''), source, fund_kind, earmark, class) AS key, sum(balance)::text AS balance FROM ledger_account GROUP BY 1 HAVING sum(balance) <> 0`,
  );
  const held = [...balances].filter(([, balance]) => balance !== 0n).map(([key, balance]) => [key, String(balance)]);
  expect(rows.length).toBeGreaterThan(20);
  expect(new Map(rows.map(({ key, balance }) => [key, balance]))).toEqual(new Map(held as [string, string][]));
});

describe('the dashboard', () => {
  test.each<[Person, 'lufeng' | 'shuangbai' | null]>([
    ['prefectureBureau', null],
    ['lufengClerk', 'lufeng'],
    ['shuangbaiClerk', 'shuangbai'],
  ])('of %s is history added again: in all, by source and kind, county and month', async (who, county) => {
    const data = await overview(who);
    const mine = (entry: Written) => county === null || entry.countyId === world[county].id;
    expect(three(data.totals)).toEqual(ofHistory(mine));
    for (const { source, kinds, ...all } of data.sources) {
      expect(three(all)).toEqual(ofHistory((entry) => mine(entry) && entry.pot.source === source));
      for (const { kind, ...one } of kinds)
        expect(three(one)).toEqual(
          ofHistory((entry) => mine(entry) && entry.pot.source === source && entry.pot.kind === kind),
        );
    }
    for (const { id, ...one } of data.counties) expect(three(one)).toEqual(ofHistory((entry) => entry.countyId === id));
    for (const key of ['planned', 'allocated', 'received', 'paid', 'gap', 'pool'] as const) {
      const total = fen(data.totals[key]);
      expect(sumMoney(data.sources.map((one) => fen(one[key])))).toBe(total);
      expect(sumMoney(data.counties.map((one) => fen(one[key])))).toBe(total);
    }
    const last = data.months.at(-1);
    expect(last?.soFar).toEqual(three(data.totals));
    expect(formatMoney(sumMoney(data.flows.map(({ paid }) => fen(paid))))).toBe(data.totals.paid);
  });

  test.each<Person>(['prefectureBureau', 'lufengClerk'])(
    'of %s orders what was paid for items as the books do, in the text of the API as for the page',
    async (who) => {
      const { rows } = await world.owner.query<{ source: Pot['source']; item: string; paid: string }>(
        'SELECT source, item, paid FROM fund_flow WHERE county_id = ANY($1::uuid[]) ORDER BY random()',
        [world.actors[who].counties],
      );
      const flows = flowsOf(
        rows.map(({ paid, ...of }) => ({ ...of, paid: BigInt(paid) })),
        FUNDING_SOURCES,
      );
      expect(flows.length).toBeGreaterThan(2);
      const data = await overview(who);
      expect(data.flows).toEqual(flows.map(({ paid, ...of }) => ({ ...of, paid: formatMoney(paid) })));
      const ofPage = await withReader(world.actors[who], (reader) => fundOverview(reader, world.actors[who], {}));
      expect(ofPage).toEqual({ ok: true, value: { ...data, asOf: expect.any(String) } });
    },
  );

  test('counts what the funding plans name', async () => {
    const { totals, sources, fiscal } = await overview('lufengClerk');
    expect(totals.planned).toBe('710073.33');
    expect(sources.map(({ source, planned }) => [source, planned])).toEqual([
      ['central', '370370.34'],
      ['local', '310000.02'],
      ['pipeline', '29702.97'],
      ['bonds', '0.00'],
    ]);
    expect(fiscal.planned).toBe('680370.36');
  });
});

describe('the list behind a figure sums to the figure', () => {
  const asked = (data: FundOverview) => [
    ...data.sources.flatMap(({ source, kinds, ...all }) => [
      { query: `source=${source}`, all },
      ...kinds
        .filter(({ kind }) => kind !== '')
        .map(({ kind, ...one }) => ({ query: `source=${source}&kind=${kind}`, all: one })),
    ]),
    ...data.months.map(({ month, allocated, received, paid }) => ({
      query: `from=${month}-01&to=${new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)}`,
      all: { allocated, received, paid },
    })),
  ];

  test.each<Person>(['prefectureBureau', 'lufengClerk'])(
    'as %s sees it: of sources, kinds, months and counties',
    async (who) => {
      const data = await overview(who);
      for (const { query, all } of asked(data))
        expect([query, three((await list(who, `year=2020&${query}&limit=1`)).sums)]).toEqual([query, three(all)]);
      for (const { id, ...one } of data.counties)
        expect(three((await list(who, `year=2020&county=${id}&limit=1`)).sums)).toEqual(three(one));
      for (const { source, item, paid } of data.flows)
        expect((await list(who, `year=2020&source=${source}&item=${item || 'fees'}&limit=1`)).sums.paid).toBe(paid);
    },
  );

  test('read from what is kept or counted by the conditions: the same total and sums, and the rows themselves', async () => {
    for (const movement of ['', '&movement=allocated', '&movement=assigned', '&movement=received', '&movement=paid']) {
      const kept = await list('lufengClerk', `year=2020${movement}&limit=200`);
      const counted = await list('lufengClerk', `year=2020${movement}&q=记&limit=200`);
      expect([counted.total, counted.sums]).toEqual([kept.total, kept.sums]);
      const rows = await everyRow('lufengClerk', `year=2020${movement}`);
      expect(rows).toHaveLength(kept.total);
      for (const measure of ['allocated', 'assigned', 'received', 'paid'] as const)
        expect(formatMoney(sumMoney(rows.filter((row) => row.of === measure).map(({ amount }) => fen(amount))))).toBe(
          kept.sums[measure],
        );
    }
    const reversals = await everyRow('lufengClerk', 'movement=reversed');
    expect(reversals).toHaveLength(
      history.filter((one) => one.movement === 'reversed' && one.countyId === world.lufeng.id).length,
    );
    expect(reversals.every(({ amount }) => amount.startsWith('-'))).toBe(true);
  });
});

async function everyRow(who: Person, query: string): Promise<EntryList['items']> {
  const items: EntryList['items'] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: EntryList = await list(who, `${query}&limit=37${cursor ? `&cursor=${cursor}` : ''}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const days = items.map(({ entryOn }) => entryOn);
  expect(days).toEqual([...days].sort().reverse());
  return items;
}

describe('the finance table', () => {
  type Cells = Record<string, unknown>;
  async function table(who: Person): Promise<Cells[]> {
    const { response } = await world.call(tableRoute.GET, { as: who, path: '/api/v1/funds/table.xlsx?year=2020' });
    expect(response.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await response.arrayBuffer()) as never);
    const sheet = book.getWorksheet('资金来源到位支付表');
    // a long heading stands on two lines
    const heads = ((sheet?.getRow(1).values ?? []) as string[]).slice(1).map((head) => head.replace('\n', ''));
    const rows: Cells[] = [];
    sheet?.eachRow((row, at) => {
      if (at > 1) rows.push(Object.fromEntries(heads.map((head, index) => [head, row.getCell(index + 1).value])));
    });
    return rows;
  }
  const NAMES = { planned: '计划', allocated: '下达', received: '到位', paid: '支付' };
  const cells = (row: Cells | undefined, name: string) =>
    Object.fromEntries(
      Object.entries(NAMES).map(([key, word]) => [key, Number(row?.[`${name}${word}（元）`]).toFixed(2)]),
    );
  const four = ({ planned, allocated, received, paid }: FundOverview['totals']) => ({
    planned,
    allocated,
    received,
    paid,
  });

  test('holds numbers that sum to the dashboard by county and in all, and each project as its own page says', async () => {
    const data = await overview('prefectureBureau');
    const rows = await table('prefectureBureau');
    expect(rows.every((row) => typeof row['合计支付（元）'] === 'number')).toBe(true);
    expect(
      cells(
        rows.find((row) => row.项目 === '合计'),
        '合计',
      ),
    ).toEqual(four(data.totals));
    for (const county of data.counties)
      expect(
        cells(
          rows.find((row) => row.项目 === '小计' && row.县市 === county.name),
          '合计',
        ),
      ).toEqual(four(county));
    for (const one of data.sources) {
      const name =
        {
          central: '中央补助资金',
          local: '地方财政配套资金',
          pipeline: '管线单位或国有专营企业出资',
          bonds: '政府债券',
        }[one.source] ?? '';
      expect(
        cells(
          rows.find((row) => row.项目 === '合计'),
          name,
        ),
      ).toEqual(four(one));
    }
    for (const project of projects) {
      const money = await withReader(world.actors.prefectureBureau, (reader) =>
        projectMoney(reader, world.actors.prefectureBureau, project.id),
      );
      expect(
        cells(
          rows.find((row) => row.项目编号 === project.code),
          '合计',
        ),
      ).toEqual(four({ ...data.totals, ...money.total }));
      expect(three(money.total)).toEqual(ofHistory((entry) => entry.projectId === project.id, false));
    }
    const pool = sumMoney(
      rows.filter((row) => row.项目 === '县市待分配资金').map((row) => fen(Number(row['合计下达（元）']).toFixed(2))),
    );
    expect(formatMoney(pool)).toBe(data.totals.pool);
  });
});

test('the list as a file sums to the list', async () => {
  const queries: Record<string, string>[] = [
    {},
    { year: '2020', source: 'local', movement: 'received' },
    { movement: 'paid', item: 'C-R07' },
    { item: 'fees' },
  ];
  for (const query of queries) {
    const file = await exported(world, 'lufengClerk', { kind: 'fund-entries', query });
    const rows = records(sheetOf(await opened(file), '资金台账'));
    const shown = await list('lufengClerk', String(new URLSearchParams({ ...query, limit: '1' })));
    expect(rows).toHaveLength(shown.total);
    const sumOf = (word: string) =>
      formatMoney(
        sumMoney(rows.filter((row) => row.计入 === word).map((row) => fen(Number(row['金额（元）']).toFixed(2)))),
      );
    expect([sumOf('下达'), sumOf('分配到项目'), sumOf('到位'), sumOf('支付')]).toEqual(Object.values(shown.sums));
    if (!query.item) continue;
    // looked for by an item: what is for the item, in the rows of the list too, and the whole payment beside it
    const listed = await everyRow('lufengClerk', String(new URLSearchParams(query)));
    expect(formatMoney(sumMoney(listed.map((row) => fen(countedSum(row)))))).toBe(shown.sums.paid);
    expect(rows.map((row) => Number(row['整笔金额（元）']).toFixed(2))).toEqual(listed.map(({ amount }) => amount));
    expect(listed.some(({ part, amount }) => part !== amount)).toBe(true);
  }
}, 60_000);

test('a withdrawn project plans nothing, on the dashboard, in the finance table and on its own page alike', async () => {
  const [project] = projects;
  const pageOf = () =>
    withReader(world.actors.lufengClerk, (reader) => projectMoney(reader, world.actors.lufengClerk, project?.id ?? ''));
  const [before, page] = [await overview('lufengClerk'), await pageOf()];
  expect(fen(page.total.planned)).toBeGreaterThan(0n);
  await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [project?.id]);
  const [after, withdrawn] = [await overview('lufengClerk'), await pageOf()];
  expect(formatMoney(fen(before.totals.planned) - fen(page.total.planned))).toBe(after.totals.planned);
  expect(withdrawn.total.planned).toBe('0.00');
  // what moved stays counted, on both
  expect(three(withdrawn.total)).toEqual(three(page.total));
  expect(three(after.totals)).toEqual(three(before.totals));
});

describe('who sees it', () => {
  test("another county's sums are not there, and sums of counties are for the bodies", async () => {
    const { id } = world.shuangbai;
    for (const [who, status] of [
      ['lufengClerk', 404],
      ['lufengFinance', 404],
      ['prefectureLeader', 200],
      ['lufengTown', 404],
      ['lufengEntity', 404],
    ] as const)
      expect([
        who,
        (await world.call(overviewRoute.GET, { as: who, path: `/api/v1/funds/overview?county=${id}` })).status,
      ]).toEqual([who, status]);
    expect((await list('lufengClerk', `county=${id}`)).total).toBe(0);
    expect((await overview('lufengClerk')).counties.map(({ name }) => name)).toEqual(['禄丰市']);
  });

  test('people of projects see the entries of their own', async () => {
    expect((await list('lufengEntity', '')).total).toBe(0);
    await world.owner.query(
      'INSERT INTO project_person (project_id, account_id, county_id, created_by) VALUES ($1, $2, $3, $4)',
      [projects[0]?.id, world.actors.lufengEntity.accountId, world.lufeng.id, world.actors.lufengClerk.accountId],
    );
    const own = await list('lufengEntity', 'limit=200');
    expect(own.total).toBe(history.filter(({ projectId }) => projectId === projects[0]?.id).length);
    expect(new Set(own.items.map(({ project }) => project?.id))).toEqual(new Set([projects[0]?.id]));
  });

  test('a year that was not set up says so; a cursor that is not ours is refused', async () => {
    expect(
      (await world.call(overviewRoute.GET, { as: 'lufengClerk', path: '/api/v1/funds/overview?year=2031' })).status,
    ).toBe(422);
    expect(
      (await world.call(entriesRoute.GET, { as: 'lufengClerk', path: '/api/v1/funds/entries?cursor=x' })).status,
    ).toBe(400);
  });
});
