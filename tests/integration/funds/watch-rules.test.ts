import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as workbookRoute from '@/app/api/v1/funds/watch.xlsx/route';
import { figuresOf } from '@/lib/domain/funds/books';
import { waitingOf } from '@/lib/domain/funds/idle';
import type { AccountClass } from '@/lib/domain/funds/types';
import { type IdleRow, type ShortageRow, WATCH_PAGE } from '@/lib/domain/funds/watch-answers';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import { withReader } from '@/lib/server/db/with-reader';
import { idleMoney } from '@/lib/server/funds/idle';
import { shortages } from '@/lib/server/funds/shortages';
import { fen } from '../../support/money';
import { makeWorld, type Person, type World } from '../../support/world';
import { opened, records, sheetOf } from '../exports/support';
import { fundable, moveMoney } from './random';

let world: World;
let today = '' as CalendarDate;
const DAYS = 90;

interface Account {
  id: string;
  project: string | null;
  county: string;
  pot: string;
  class: AccountClass;
  balance: bigint;
}
interface Came {
  key: string;
  kind: string;
  on: CalendarDate;
  amount: bigint;
}
let accounts: Account[] = [];
let came: Came[] = [];
const keyOf = (of: { project: string | null; county: string; pot: string }) =>
  [of.project ?? of.county, of.pot].join('/');

/** What the database picks, adds up and puts in order, and what the rules say of the same books run over whole: the same to the fen. */
beforeAll(async () => {
  world = await makeWorld();
  const projects = [...(await fundable(world, 'lufeng', 4)), ...(await fundable(world, 'shuangbai', 3))];
  await moveMoney(world, projects, 4_242, 500);
  // more pots than a page has rows
  await world.owner.query(
    `INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, earmark, amount, entry_on, voucher_no, created_by)
     SELECT p.county_id, p.id, p.programme_year_id, k, 'social', '捐' || n, 500 + n, '2020-05-01', k || n, p.created_by
     FROM project p, generate_series(1, 150) n, unnest(ARRAY['allocated', 'received']) k WHERE p.id = $1 ORDER BY k`,
    [projects[0]?.id],
  );
  const admin = new pg.Client({ connectionString: world.database.adminUrl });
  await admin.connect();
  // up to half a year old, so that the days of the rule cut through every pot; just as old as the rule says too
  await admin.query(`SET session_replication_role = replica;
    UPDATE ledger_entry SET entry_on = anju_today() - ('x' || substr(md5(voucher_no), 1, 4))::bit(16)::int % 180;
    UPDATE ledger_entry SET entry_on = anju_today() - 90 WHERE voucher_no LIKE '%7'; UPDATE ledger_entry SET entry_on = anju_today() - 89 WHERE voucher_no LIKE '%3'`);
  await admin.end();
  today = (await world.owner.query('SELECT anju_today()::text AS today')).rows[0].today;
  const held = await world.owner.query(
    `SELECT id, project_id AS project, county_id AS county, concat_ws('/', source, fund_kind, earmark) AS pot, class, balance::text FROM ledger_account`,
  );
  accounts = held.rows.map((row) => ({ ...row, balance: BigInt(row.balance) }));
  const moved = await world.owner.query(`
    SELECT coalesce(project_id, county_id) || '/' || concat_ws('/', source, fund_kind, earmark) AS key, kind, entry_on::text AS on, amount::text FROM ledger_entry e
    WHERE kind <> 'reversed' AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id)`);
  came = moved.rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}, 120_000);
afterAll(() => world.end());

const KINDS: Partial<Record<AccountClass, string[]>> = {
  pool: ['allocated'],
  cash: ['received'],
  receivable: ['allocated', 'assigned'],
};
/** By the rule alone, from everything that came into the account. */
const waitsIn = (account: Account) =>
  waitingOf(
    came.filter(({ key, kind }) => key === keyOf(account) && KINDS[account.class]?.includes(kind)),
    account.balance,
    today,
    DAYS,
  );

const SMALL = 3;
/** All pages, a few rows each. */
async function paged<T extends { total: number; items: unknown[] }>(read: (page: number) => Promise<T>) {
  const first = await read(1);
  const items = [...first.items] as T['items'];
  for (let page = 2; items.length < first.total; page++) {
    const { items: more, total } = await read(page);
    expect([more.length > 0, total]).toEqual([true, first.total]);
    items.push(...more);
  }
  return { first, items };
}
const idleAs = (who: Person, more: object = {}, limit = 20) =>
  paged((page) =>
    withReader(world.actors[who], (reader) => idleMoney(reader, world.actors[who], { page, ...more }, limit)),
  );
const shortAs = (who: Person, more: object = {}, limit = SMALL) =>
  paged((page) =>
    withReader(world.actors[who], (reader) => shortages(reader, world.actors[who], { page, ...more }, limit)),
  );

describe.each<[Person, string[]]>([
  ['prefectureBureau', ['lufeng', 'shuangbai']],
  ['lufengClerk', ['lufeng']],
])('as %s sees it', (who, names) => {
  const mine = <T extends { county: string }>(rows: T[]) =>
    rows.filter(({ county }) => names.some((name) => world[name as 'lufeng' | 'shuangbai'].id === county));

  test('idle money is what the rule says of each pot, page by page', async () => {
    const expected = mine(accounts)
      .filter((one) => one.class === 'cash' || one.class === 'pool')
      .flatMap((one) => {
        const found = waitsIn(one);
        return found ? [[keyOf(one), formatMoney(found.left), formatMoney(found.amount), found.since, found.days]] : [];
      });
    const { first, items } = await idleAs(who);
    const said = (items as IdleRow[]).map((row) => [
      [row.project?.id ?? row.county.id, row.source, row.kind, row.earmark].join('/'),
      ...[row.left, row.idle, row.since, row.days],
    ]);
    expect(expected.length).toBeGreaterThan(names.length * SMALL);
    expect(new Set(said.map(String))).toEqual(new Set(expected.map(String)));
    expect(first.total).toBe(expected.length);
    expect(fen(first.idle)).toBe(sumMoney((items as IdleRow[]).map(({ idle }) => fen(idle))));
    const order = (items as IdleRow[]).map(({ idle }) => fen(idle));
    expect(order).toEqual([...order].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    // some of a pot has lain and some has not
    expect((items as IdleRow[]).some(({ left, idle }) => left !== idle)).toBe(true);
    expect((await idleAs(who, {}, 100_000)).items).toEqual(items);
    const local = await idleAs(who, { source: 'local', place: 'project', year: 2020 });
    expect(local.items).toEqual((items as IdleRow[]).filter((row) => row.project && row.source === 'local'));
  });

  test('shortages are what plan, books and rule say of each project, page by page', async () => {
    const plans = await world.owner.query<{
      project: string;
      county: string;
      pot: string;
      amount: string;
      contracts: string;
    }>(
      `SELECT f.project_id AS project, f.county_id AS county, f.source || '/' || coalesce(f.kind, '') AS pot, f.amount::text, p.contract_sum::text AS contracts
       FROM funding_line f JOIN project p ON p.id = f.project_id WHERE f.retired_at IS NULL`,
    );
    const withoutPurpose = (pot: string) => pot.split('/').slice(0, 2).join('/');
    const expected = [...groupBy(mine(plans.rows), ({ project }) => project)].flatMap(([project, plan]) => {
      const own = accounts.filter((one) => one.project === project);
      const gap = sumMoney(
        [...groupBy(plan, ({ pot }) => pot)].map(([pot, lines]) => {
          const { allocated } = figuresOf(own.filter((one) => withoutPurpose(one.pot) === pot));
          const left = sumMoney(lines.map(({ amount }) => BigInt(amount))) - allocated;
          return left > 0n ? left : 0n;
        }),
      );
      const waiting = own.filter((one) => one.class === 'receivable').flatMap((one) => waitsIn(one) ?? []);
      const { received } = figuresOf(own);
      const over = BigInt(plan[0]?.contracts ?? 0) - received;
      const row = [gap, sumMoney(waiting.map(({ amount }) => amount)), received, over > 0n ? over : 0n];
      return row[0] || row[1] || row[3] ? [[project, ...row.map(formatMoney)]] : [];
    });
    const { first, items } = await shortAs(who);
    const rows = items as ShortageRow[];
    expect(expected.length).toBeGreaterThan(SMALL);
    expect(new Set(rows.map((row) => [row.project.id, row.gap, row.late, row.received, row.short].join()))).toEqual(
      new Set(expected.map(String)),
    );
    for (const row of rows) expect(sumMoney(row.gaps.map(({ amount }) => fen(amount)))).toBe(fen(row.gap));
    for (const key of ['gap', 'late', 'short'] as const)
      expect(fen(first.sums[key])).toBe(sumMoney(rows.map((row) => fen(row[key]))));
    expect(rows.some(({ late }) => fen(late) > 0n)).toBe(true);
    expect((await shortAs(who, {}, 100_000)).items).toEqual(items);
    expect((await shortAs(who, { kind: 'late' })).items).toEqual(rows.filter(({ late }) => fen(late) > 0n));
  });
});

test('the workbook has every row of both lists, of more pages than one', async () => {
  const called = await world.call(workbookRoute.GET, { as: 'prefectureBureau', path: '/api/v1/funds/watch.xlsx' });
  const book = await opened(Buffer.from(await called.response.arrayBuffer()));
  const [idle, short] = [await idleAs('prefectureBureau'), await shortAs('prefectureBureau')];
  expect(idle.first.total).toBeGreaterThan(WATCH_PAGE);
  const sumOf = (sheet: string, header: string) =>
    formatMoney(sumMoney(records(sheetOf(book, sheet)).map((row) => fen(Number(row[header]).toFixed(2)))));
  expect(records(sheetOf(book, '闲置资金'))).toHaveLength(idle.first.total);
  expect(sumOf('闲置资金', '其中闲置（元）')).toBe(idle.first.idle);
  expect(records(sheetOf(book, '资金缺口'))).toHaveLength(short.first.total);
  expect(['计划未下达', '下达未到位', '合同超过到位'].map((name) => sumOf('资金缺口', `${name}（元）`))).toEqual(
    ['gap', 'late', 'short'].map((key) => short.first.sums[key as 'gap' | 'late' | 'short']),
  );
});

test('what is kept of each project is what counting anew says, also after its plan was changed and all was taken out of it', async () => {
  const differences = async () =>
    (
      await world.owner.query(`SELECT k.* FROM project_gap k FULL JOIN project_gap_counted(ARRAY(SELECT id FROM project)) c USING (project_id)
        WHERE coalesce(k.allocated, 0) <> coalesce(c.allocated, 0) OR coalesce(k.gap, 0) <> coalesce(c.gap, 0)`)
    ).rows;
  expect(await differences()).toEqual([]);
  const { rows } = await world.owner.query<{ id: string }>(
    'SELECT project_id AS id FROM project_gap WHERE gap > 0 AND allocated > 0 ORDER BY 1 LIMIT 1',
  );
  const kept = async () =>
    (await world.owner.query('SELECT gap::text FROM project_gap WHERE project_id = $1', [rows[0]?.id])).rows[0]?.gap;
  const before = BigInt(await kept());
  await world.owner.query(
    `UPDATE funding_line SET amount = amount + 900000000 WHERE project_id = $1 AND source = 'central'`,
    [rows[0]?.id],
  );
  expect(BigInt(await kept()) - before).toBeGreaterThan(0n);
  expect(await differences()).toEqual([]);
  await world.owner.query('UPDATE funding_line SET retired_at = anju_now() WHERE project_id = $1', [rows[0]?.id]);
  expect(await kept()).toBe('0');
  expect(await differences()).toEqual([]);
});

test('two who give money to one project at once: what is kept counts both', async () => {
  const [project] = await fundable(world, 'lufeng', 1);
  const give = (client: pg.Client, source: string, kind: string) =>
    client.query(
      `INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, created_by)
       SELECT county_id, id, programme_year_id, 'allocated', $2, $3, 'general', 1000, '2020-05-01', '同-' || $2 || $3, created_by FROM project WHERE id = $1`,
      [project?.id, source, kind],
    );
  const [one, other] = [0, 1].map(() => new pg.Client({ connectionString: world.database.adminUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([one.connect(), other.connect()]);
  try {
    await one.query('BEGIN');
    await give(one, 'central', '');
    const second = give(other, 'local', 'county');
    // the other one waits for the row that is kept
    await expect
      .poll(
        async () =>
          (
            await world.owner.query(
              `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
            )
          ).rows[0]?.n,
      )
      .toBeGreaterThan(0);
    await one.query('COMMIT');
    await second;
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
  const { rows } = await world.owner.query('SELECT allocated::text FROM project_gap WHERE project_id = $1', [
    project?.id,
  ]);
  expect(rows).toEqual([{ allocated: '2000' }]);
});
