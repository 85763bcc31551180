import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as account from '@/app/api/v1/compounds/[id]/maintenance-fund/account/route';
import * as reverse from '@/app/api/v1/compounds/[id]/maintenance-fund/entries/[entryId]/reverse/route';
import * as entries from '@/app/api/v1/compounds/[id]/maintenance-fund/entries/route';
import * as fund from '@/app/api/v1/compounds/[id]/maintenance-fund/route';
import * as tasks from '@/app/api/v1/tasks/route';
import type { MaintenanceFund } from '@/lib/domain/maintenance/answers';
import type { Tasks } from '@/lib/domain/tasks/answers';
import { raising } from '../../support/contributions';
import { makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];
const post = async (route: { POST: never }, params: Record<string, string>, body: object, as: Person) => {
  const called = await world.call(route.POST, { as, method: 'POST', params, body });
  return { status: called.status, json: called.json as Json };
};
const opening = { bank: '云南农信禄丰支行', number: '6217 0038 6000 1234 567', openedOn: '2020-03-01' };
const open = (id: string, more: object = {}, as: Person = 'lufengCommunity') =>
  post(account as never, { id }, { ...opening, ...more }, as);
let vouchers = 0;
const record = (id: string, kind: string, amount: string, more: object = {}, as: Person = 'lufengCommunity') =>
  post(
    entries as never,
    { id },
    { kind, amount, entryOn: '2020-05-01', voucherNo: `V${++vouchers}`, note: '屋面维修', ...more },
    as,
  );
const read = async (id: string, as: Person = 'lufengClerk') => world.call(fund.GET, { as, params: { id } });
const tasksOf = async (as: Person) => ((await world.call(tasks.GET, { as })).json as Tasks).items;

describe('the maintenance fund of a compound', () => {
  it('takes no money before there is an account; opening it sets the fact of the survey and ends the task', async () => {
    const { id: project, compoundId } = await raising(world, 0n, [100], { stage: 5 });
    const key = `maintenance:${compoundId}`;
    for (const as of ['lufengCommunity', 'lufengClerk'] as const)
      expect((await tasksOf(as)).find((one) => one.key === key)).toMatchObject({
        kind: 'maintenanceAccount',
        href: `/compounds/${compoundId}/maintenance-fund`,
      });
    expect((await tasksOf('lufengCommunity2')).map((one) => one.key)).not.toContain(key);
    const early = await record(compoundId, 'deposit', '100.00');
    expect(codes(early.json)).toEqual(['maintenance.noAccount']);
    expect(early.json.reasons[0].message).toContain('请先建立账户');
    const opened = await open(compoundId);
    expect(opened.status, JSON.stringify(opened.json)).toBe(201);
    expect(opened.json).toMatchObject({ account: { number: '****4567' }, balance: '0.00', surveyed: true });
    expect((await tasksOf('lufengCommunity')).map((one) => one.key)).not.toContain(key);
    const { rows } = await world.owner.query(
      `SELECT action, entity, after FROM audit_line WHERE compound_id = $1 AND action = 'maintenance.open' ORDER BY id`,
      [compoundId],
    );
    expect(new Set(rows.map(({ entity }) => entity))).toEqual(new Set(['maintenance_account', 'compound']));
    expect(rows.map(({ after }) => after?.has_maintenance_fund)).toContain(true);
    expect(JSON.stringify(rows)).not.toContain('62170038');
    expect(codes((await open(compoundId)).json)).toEqual(['maintenance.accountExists']);
    expect((await record(compoundId, 'deposit', '36000.00')).status).toBe(201);
    // nothing of it is project money
    const ledger = await world.owner.query('SELECT 1 FROM ledger_entry WHERE project_id = $1', [project]);
    expect(ledger.rows).toEqual([]);
  });

  it('keeps a running balance that is never below zero; what was wrong is reversed', async () => {
    const { compoundId } = await raising(world, 0n, [100]);
    await open(compoundId);
    await record(compoundId, 'deposit', '1000.00');
    const spent = await record(compoundId, 'withdrawal', '300.00');
    expect(spent.json).toMatchObject({ balance: '700.00', deposited: '1000.00', withdrawn: '300.00' });
    const over = await record(compoundId, 'withdrawal', '700.01');
    expect(codes(over.json)).toEqual(['maintenance.beyondBalance']);
    expect(over.json.reasons[0].message).toContain('只有 700.00 元');
    const [withdrawal, deposit] = (spent.json as MaintenanceFund).entries;
    const back = (entryId = '') =>
      post(reverse as never, { id: compoundId, entryId }, { entryOn: '2020-05-02', reason: '登错' }, 'lufengCommunity');
    expect(codes((await back(deposit?.id)).json)).toEqual(['maintenance.beyondBalance']);
    const undone = await back(withdrawal?.id);
    expect(undone.json).toMatchObject({ balance: '1000.00', withdrawn: '0.00' });
    expect(codes((await back(withdrawal?.id)).json)).toEqual(['maintenance.reversedAlready']);
    const empty = await back(deposit?.id);
    expect((empty.json as MaintenanceFund).entries.map(({ no, balance }) => [no, balance])).toEqual([
      [4, '0.00'],
      [3, '1000.00'],
      [2, '700.00'],
      [1, '1000.00'],
    ]);
  });

  it('of two withdrawals at once for more than is there one comes through', async () => {
    const { compoundId } = await raising(world, 0n, [100]);
    await open(compoundId);
    await record(compoundId, 'deposit', '100.00');
    const both = await Promise.all([1, 2, 3].map(() => record(compoundId, 'withdrawal', '60.00')));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(((await read(compoundId)).json as MaintenanceFund).balance).toBe('40.00');
  });

  it('says everything that is wrong at once', async () => {
    const { compoundId } = await raising(world, 0n, [100]);
    expect(codes((await open(compoundId, { number: '12ab' })).json)).toEqual(['maintenance.numberUnreadable']);
    expect(codes((await open(compoundId, { openedOn: '2099-01-01' })).json)).toEqual(['maintenance.inFuture']);
    await open(compoundId);
    await record(compoundId, 'deposit', '1.00', { voucherNo: '票1' });
    const wrong = await record(compoundId, 'withdrawal', '5.00', {
      ...{ entryOn: '2020-02-01', voucherNo: '票1', note: undefined },
    });
    expect(codes(wrong.json)).toEqual([
      'maintenance.beforeOpening',
      'maintenance.voucherUsed',
      'maintenance.purposeMissing',
      'maintenance.beyondBalance',
    ]);
  });

  it('is corrected by the version that was read, and is not there for others', async () => {
    const { compoundId } = await raising(world, 0n, [100]);
    await open(compoundId);
    const correct = (version: number, as: Person = 'lufengClerk') =>
      world.call(account.PATCH, {
        ...{ as, method: 'PATCH', params: { id: compoundId }, body: { bank: '建行' } },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await correct(1)).status).toBe(200);
    expect((await correct(1)).status).toBe(409);
    expect((await correct(2, 'lufengCommunity2')).status).toBe(404);
    expect((await read(compoundId, 'shuangbaiClerk')).status).toBe(404);
    expect((await record(compoundId, 'deposit', '1.00', {}, 'lufengFinance')).status).toBe(403);
  });
});
