import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as reverse from '@/app/api/v1/funds/entries/[id]/reverse/route';
import * as decide from '@/app/api/v1/funds/payments/[id]/decide/route';
import * as ledger from '@/app/api/v1/projects/[id]/ledger/route';
import * as payments from '@/app/api/v1/projects/[id]/payments/route';
import { asking } from '../../support/asking';
import { accountsOf, COUNTY, type MoneyProject, moneyProject, voucher } from '../../support/money';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const ask = asking(() => world);

const move = (project: MoneyProject, movement: string, amount: string, voucherNo = voucher()) =>
  ask(
    'POST',
    ledger.POST,
    'lufengFinance',
    { id: project.id },
    {
      body: { movement, ...COUNTY, amount, entryOn: '2020-03-01', voucherNo },
    },
  );
const pay = (project: MoneyProject, amount: string) =>
  ask(
    'POST',
    payments.POST,
    'lufengClerk',
    { id: project.id },
    {
      body: {
        ...{ contractId: project.contractId, ...COUNTY, amount, items: [{ item: 'C-R05', amount }] },
        ...{ purpose: '进度款', payOn: '2020-04-01', voucherNo: voucher() },
      },
    },
  );
const approve = (id: string, as: 'lufengClerk2' | 'lufengFinance' = 'lufengClerk2') =>
  ask('POST', decide.POST, as, { id }, { body: { decision: 'approve' }, version: 1 });
const statuses = (all: { status: number }[]) => all.map(({ status }) => status).sort();

describe('at once', () => {
  it('16 payments against one balance: it is never below zero, and none is lost', async () => {
    const project = await moneyProject(world);
    await move(project, 'allocated', '1600.00');
    await move(project, 'received', '1600.00');
    const orders = [];
    for (let at = 0; at < 16; at++) orders.push((await pay(project, '100.00')).json.id as string);
    // raised behind the rules' back: together they ask for more than there is, which pays for ten of the sixteen
    await world.owner.query('UPDATE payment_order SET amount = 15000, items = $2 WHERE project_id = $1', [
      project.id,
      JSON.stringify([{ item: 'C-R05', amount: '15000' }]),
    ]);
    const answers = await Promise.all(orders.map((id) => approve(id)));
    expect(statuses(answers)).toEqual([...Array(10).fill(200), ...Array(6).fill(422)]);
    for (const { json } of answers.filter(({ status }) => status === 422))
      expect(json.reasons.map((one: { code: string }) => one.code)).toEqual(['fund.beyondReceived']);
    expect(await accountsOf(world, project.id)).toEqual({
      classes: { grant: '-160000', receivable: '0', cash: '10000', spent: '150000' },
      ...{ sum: '0', lowest: '0' },
    });
    const { rows } = await world.owner.query<{ entries: number; orders: number }>(
      `SELECT (SELECT count(*)::int FROM ledger_entry WHERE project_id = $1 AND kind = 'paid') AS entries,
         (SELECT count(*)::int FROM payment_order o JOIN ledger_entry e ON e.id = o.entry_id WHERE o.project_id = $1 AND o.status = 'approved') AS orders`,
      [project.id],
    );
    expect(rows).toEqual([{ entries: 10, orders: 10 }]);
  });

  it('16 receipts against one allocation: as many as it holds', async () => {
    const project = await moneyProject(world);
    await move(project, 'allocated', '1000.00');
    const answers = await Promise.all(Array.from({ length: 16 }, () => move(project, 'received', '100.00')));
    expect(statuses(answers)).toEqual([...Array(10).fill(201), ...Array(6).fill(422)]);
    expect(await accountsOf(world, project.id)).toMatchObject({
      classes: { receivable: '0', cash: '100000' },
      ...{ sum: '0', lowest: '0' },
    });
  });

  it('two approve the same request: it is paid once', async () => {
    const project = await moneyProject(world);
    await move(project, 'allocated', '100.00');
    await move(project, 'received', '100.00');
    const { id } = (await pay(project, '40.00')).json;
    const both = await Promise.all([approve(id), approve(id, 'lufengFinance')]);
    expect(statuses(both)).toEqual([200, 409]);
    expect(await accountsOf(world, project.id)).toMatchObject({ classes: { cash: '6000', spent: '4000' } });
  });

  it('two reverse the same receipt: it goes back once', async () => {
    const project = await moneyProject(world);
    await move(project, 'allocated', '100.00');
    const { id } = (await move(project, 'received', '60.00')).json;
    const back = () =>
      ask(
        'POST',
        reverse.POST,
        'lufengFinance',
        { id },
        {
          body: { entryOn: '2020-03-02', voucherNo: voucher('冲'), note: '记错' },
        },
      );
    expect(statuses(await Promise.all([back(), back(), back()]))).toEqual([201, 422, 422]);
    expect(await accountsOf(world, project.id)).toMatchObject({ classes: { receivable: '10000', cash: '0' } });
  });

  it('two projects draw on the pool of their county: it is never below zero, and who comes late is told', async () => {
    const projects = [await moneyProject(world), await moneyProject(world)];
    await world.owner.query(
      `INSERT INTO ledger_entry (county_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, created_by)
       SELECT county_id, programme_year_id, 'allocated', 'local', 'county', 'general', 100000, '2020-02-01', $2, created_by FROM project WHERE id = $1`,
      [projects[0]?.id, voucher('文')],
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => move(projects[at % 2] as MoneyProject, 'assigned', '200.00')),
    );
    expect(statuses(answers)).toEqual([...Array(5).fill(201), ...Array(3).fill(422)]);
    for (const { json } of answers.filter(({ status }) => status === 422))
      expect(json.reasons?.map((one: { code: string }) => one.code)).toEqual(['fund.beyondPool']);
    const { rows } = await world.owner.query(
      `SELECT balance FROM ledger_account WHERE class = 'pool' AND county_id = $1`,
      [projects[0]?.countyId],
    );
    expect(rows).toEqual([{ balance: '0' }]);
  });

  it('the same voucher number twice at once: one is entered', async () => {
    const [one, other] = [await moneyProject(world), await moneyProject(world)];
    const number = voucher();
    const both = await Promise.all([move(one, 'allocated', '5', number), move(other, 'allocated', '5', number)]);
    const [first, second] = statuses(both);
    expect([first, second === 409 || second === 422]).toEqual([201, true]);
  });
});
