import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as askReversal from '@/app/api/v1/funds/entries/[id]/ask-reversal/route';
import * as reverse from '@/app/api/v1/funds/entries/[id]/reverse/route';
import * as entry from '@/app/api/v1/funds/entries/[id]/route';
import * as decide from '@/app/api/v1/funds/payments/[id]/decide/route';
import * as withdraw from '@/app/api/v1/funds/payments/[id]/withdraw/route';
import * as payments from '@/app/api/v1/funds/payments/route';
import * as ledger from '@/app/api/v1/projects/[id]/ledger/route';
import * as asked from '@/app/api/v1/projects/[id]/payments/route';
import { asking, type Json } from '../../support/asking';
import { accountsOf, COUNTY, type MoneyProject, moneyProject, plannedLine, voucher } from '../../support/money';
import { fileRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];

const move = (
  project: MoneyProject,
  movement: string,
  amount: string,
  more: object = {},
  as: Person = 'lufengFinance',
) =>
  ask(
    'POST',
    ledger.POST,
    as,
    { id: project.id },
    {
      body: { movement, ...COUNTY, amount, entryOn: '2020-03-01', voucherNo: voucher(), ...more },
    },
  );
const pay = (project: MoneyProject, amount: string, more: object = {}, as: Person = 'lufengClerk') =>
  ask(
    'POST',
    asked.POST,
    as,
    { id: project.id },
    {
      body: {
        ...{ contractId: project.contractId, ...COUNTY, amount, items: [{ item: 'C-R05', amount }] },
        ...{ purpose: '工程进度款', payOn: '2020-04-01', voucherNo: voucher(), ...more },
      },
    },
  );
const judge = (id: string, body: object, as: Person = 'lufengClerk2', version = 1) =>
  ask('POST', decide.POST, as, { id }, { body, version });
const approve = (id: string, as: Person = 'lufengClerk2') => judge(id, { decision: 'approve' }, as);

async function funded(allocated: string, received: string, more = {}): Promise<MoneyProject> {
  const project = await moneyProject(world, more);
  const first = await move(project, 'allocated', allocated);
  expect(first.status, JSON.stringify(first.json)).toBe(201);
  expect((await move(project, 'received', received)).status).toBe(201);
  return project;
}
const money = async (project: MoneyProject): Promise<Json> =>
  (await ask('GET', ledger.GET, 'lufengClerk', { id: project.id })).json;

describe('allocated, received, paid', () => {
  it('goes its way with two persons, and every figure comes from the accounts', async () => {
    const project = await funded('300000.00', '200000.00');
    await plannedLine(world, project, 'local', 'county', 350_000_00);
    const order = await pay(project, '120000.50', {
      items: [
        { item: 'C-R05', amount: '100000.25' },
        { item: 'C-R07', amount: '20000.25' },
      ],
    });
    expect(order.status, JSON.stringify(order.json)).toBe(201);
    expect(await money(project)).toMatchObject({
      total: { planned: '350000.00', allocated: '300000.00', received: '200000.00', paid: '0.00', gap: '50000.00' },
      pots: [{ ...COUNTY, left: '200000.00', pending: '120000.50' }],
    });
    const done = await approve(order.json.id);
    expect(done.json).toMatchObject({ status: 'approved' });
    expect(await money(project)).toMatchObject({
      total: { received: '200000.00', paid: '120000.50', left: '79999.50', outstanding: '100000.00' },
      contracts: [{ amount: '1000000.00', paid: '120000.50', left: '879999.50' }],
      entryCount: 3,
    });
    expect(await accountsOf(world, project.id)).toEqual({
      classes: { grant: '-30000000', receivable: '10000000', cash: '7999950', spent: '12000050' },
      ...{ sum: '0', lowest: '0' },
    });
    const { json } = await ask('GET', entry.GET, 'lufengClerk', { id: done.json.entryId });
    expect(json).toMatchObject({
      ...{ kind: 'paid', amount: '120000.50', createdBy: '禄丰市住建局 王丽', reversed: false },
      lines: [
        { no: 1, side: 'debit', class: 'spent', amount: '100000.25', item: 'C-R05' },
        { no: 2, side: 'debit', class: 'spent', amount: '20000.25', item: 'C-R07' },
        { no: 3, side: 'credit', class: 'cash', amount: '120000.50', item: null },
      ],
    });
    expect(json.approvedBy).not.toBe(json.createdBy);
  });

  it('refuses what is not there, saying how much is, and the books balance after each', async () => {
    const project = await funded('1000.00', '600.00');
    const refusals: [ReturnType<typeof move>, string[]][] = [
      [move(project, 'received', '400.01'), ['fund.beyondAllocated']],
      [move(project, 'assigned', '0.01'), ['fund.beyondPool']],
      [pay(project, '600.01'), ['fund.beyondReceived']],
      [move(project, 'received', '-5'), ['money.negative']],
      [move(project, 'received', '0'), ['money.zero']],
      [move(project, 'received', '1.005'), ['money.tooFine']],
      [move(project, 'received', '1000000000000000'), ['money.tooLarge']],
      [move(project, 'received', '1', { entryOn: '2999-01-01' }), ['fund.inFuture']],
      [move(project, 'received', '1', { source: 'central', kind: '' }), ['fund.beyondAllocated']],
      [pay(project, '1', { payOn: '2999-01-01' }), ['fund.inFuture']],
      [pay(project, '1', { items: [{ item: 'C-R01', amount: '1' }] }), ['fund.itemNotPlanned']],
      [pay(project, '1', { items: [] }), ['fund.itemsMissing']],
    ];
    for (const [answer, expected] of refusals) {
      const { status, json } = await answer;
      expect([status === 422 || status === 400, codes(json)], JSON.stringify(json)).toEqual([true, expected]);
    }
    const over = (await move(project, 'received', '400.01')).json;
    expect(over.reasons[0].message).toContain('400.00');
    expect(await accountsOf(world, project.id)).toMatchObject({
      classes: { receivable: '40000', cash: '60000' },
      ...{ sum: '0', lowest: '0' },
    });
  });

  it('a voucher number is used once in a county, in entries and in requests that wait', async () => {
    const project = await funded('1000.00', '600.00');
    const twice = voucher();
    expect((await move(project, 'received', '1', { voucherNo: twice })).status).toBe(201);
    expect(codes((await move(project, 'received', '1', { voucherNo: twice })).json)).toEqual(['fund.voucherUsed']);
    expect(codes((await pay(project, '1', { voucherNo: twice })).json)).toEqual(['fund.voucherUsed']);
    const waiting = voucher();
    const order = await pay(project, '1', { voucherNo: waiting });
    expect(codes((await pay(project, '1', { voucherNo: waiting })).json)).toEqual(['fund.voucherUsed']);
    const taken = await approve(order.json.id);
    expect(taken.status, JSON.stringify(taken.json)).toBe(200);
    const other = await moneyProject(world, { county: 'shuangbai' });
    expect((await move(other, 'allocated', '1', { voucherNo: twice }, 'shuangbaiClerk')).status).toBe(201);
  });

  it('money with a purpose pays what it is for', async () => {
    const project = await moneyProject(world);
    const lines = { earmark: 'lines' };
    await move(project, 'allocated', '100.00', lines);
    await move(project, 'received', '100.00', lines);
    const wrong = await pay(project, '100.00', { ...lines, items: [{ item: 'C-R07', amount: '100.00' }] });
    expect(codes(wrong.json)).toEqual(['fund.notForItem']);
    expect(wrong.json.reasons[0]).toMatchObject({ clause: '决定/专款用途' });
    expect(codes((await pay(project, '100.00')).json)).toEqual(['fund.beyondReceived']);
    expect((await pay(project, '100.00', lines)).status).toBe(201);
  });

  it('nothing is paid before the approvals are filed, nor received from above', async () => {
    const early = await moneyProject(world, { stage: 4 });
    await move(early, 'allocated', '100.00', { source: 'central', kind: '' });
    expect(codes((await move(early, 'received', '100.00', { source: 'central', kind: '' })).json)).toEqual([
      'fund.estimateNotApproved',
    ]);
    await move(early, 'allocated', '100.00');
    expect((await move(early, 'received', '100.00')).status).toBe(201);
    expect(codes((await pay(early, '100.00')).json)).toEqual(['fund.approvalsNotFiled']);
  });
});

describe('the second person', () => {
  it('who asked does not approve, nor somebody of another county, nor the entity', async () => {
    const project = await funded('100.00', '100.00');
    const { id } = (await pay(project, '100.00')).json;
    expect(codes((await approve(id, 'lufengClerk')).json)).toEqual(['payment.own']);
    expect((await approve(id, 'shuangbaiClerk')).status).toBe(404);
    expect((await approve(id, 'prefectureBureau')).status).toBe(403);
    expect(codes((await pay(project, '0.01')).json)).toEqual(['fund.beyondReceivedAndAsked']);
    expect((await approve(id, 'lufengFinance')).status).toBe(200);
    expect((await approve(id, 'lufengClerk2')).status).toBe(409);
    expect(codes((await judge(id, { decision: 'approve' }, 'lufengClerk2', 2)).json)).toEqual([
      'payment.decided.approved',
    ]);
  });

  it('what is asked for on a contract and waits is not asked for twice, and says so', async () => {
    const project = await funded('300.00', '300.00', { contract: 150_00 });
    const first = (await pay(project, '100.00')).json.id;
    const beyond = await pay(project, '50.01');
    expect(codes(beyond.json)).toEqual(['fund.beyondContractAndAsked']);
    expect(beyond.json.reasons[0].params).toEqual({
      ...{ no: expect.any(String), amount: '150.00', paid: '0.00', pending: '100.00', left: '50.00' },
    });
    const { contracts } = await money(project);
    expect(contracts).toMatchObject([{ paid: '0.00', pending: '100.00', left: '150.00' }]);
    expect((await judge(first, { decision: 'reject', note: '缺发票' })).status).toBe(200);
    expect((await pay(project, '150.00')).status).toBe(201);
  });

  it('rejects with a reason; who asked takes it back', async () => {
    const project = await funded('100.00', '100.00');
    const first = (await pay(project, '100.00')).json.id;
    expect((await judge(first, { decision: 'reject' })).status).toBe(400);
    expect((await judge(first, { decision: 'reject', note: '缺发票' })).json).toMatchObject({ status: 'rejected' });
    const second = (await pay(project, '100.00')).json.id;
    expect(codes((await ask('POST', withdraw.POST, 'lufengFinance', { id: second }, { version: 1 })).json)).toEqual([
      'payment.notOwn',
    ]);
    expect((await ask('POST', withdraw.POST, 'lufengClerk', { id: second }, { version: 1 })).json).toMatchObject({
      status: 'withdrawn',
    });
    const { json } = await ask('GET', payments.GET, 'lufengClerk', {});
    expect(json.items.length).toBeGreaterThan(0);
    expect(await accountsOf(world, project.id)).toMatchObject({ classes: { cash: '10000' }, sum: '0' });
  });

  it('looks again at what is left: contract and money may be gone by then', async () => {
    const project = await funded('300.00', '300.00', { contract: 150_00 });
    const first = (await pay(project, '100.00')).json.id;
    const second = (await pay(project, '50.00')).json.id;
    expect((await approve(first)).status).toBe(200);
    await world.owner.query('UPDATE contract SET amount = 12000 WHERE project_id = $1', [project.id]);
    const late = await approve(second);
    expect(codes(late.json)).toEqual(['fund.beyondContract']);
    expect(late.json.reasons[0].params).toMatchObject({ left: '20.00' });
  });
});

describe('what was wrong is reversed', () => {
  it('in the order in which it went, each once, with a voucher of its own', async () => {
    const project = await moneyProject(world);
    const allocated = (await move(project, 'allocated', '500.00')).json.id;
    const received = (await move(project, 'received', '500.00')).json.id;
    const paid = (await approve((await pay(project, '200.00')).json.id)).json.entryId;
    const back = (id: string, more: object = {}) =>
      ask(
        'POST',
        reverse.POST,
        'lufengFinance',
        { id },
        {
          body: { entryOn: '2020-05-01', voucherNo: voucher('冲'), note: '记错项目', ...more },
        },
      );
    expect(codes((await back(allocated)).json)).toEqual(['fund.receivedAlready']);
    expect(codes((await back(received)).json)).toEqual(['fund.paidAlready']);
    expect((await back(paid)).status).toBe(404);
    const order = await ask(
      'POST',
      askReversal.POST,
      'lufengClerk',
      { id: paid },
      {
        body: { purpose: '退款', payOn: '2020-05-01', voucherNo: voucher('冲') },
      },
    );
    expect(order.status, JSON.stringify(order.json)).toBe(201);
    expect(codes((await approve(order.json.id, 'lufengClerk')).json)).toEqual(['payment.own']);
    const taken = await approve(order.json.id);
    expect(taken.status, JSON.stringify(taken.json)).toBe(200);
    expect(codes((await back(received, { entryOn: '2020-02-01' })).json)).toEqual(['fund.beforeEntry']);
    expect((await back(received)).status).toBe(201);
    expect(codes((await back(received)).json)).toEqual(['fund.reversedAlready', 'fund.paidAlready']);
    const last = await back(allocated);
    expect(last.status).toBe(201);
    expect(codes((await back(last.json.id)).json)).toEqual(['fund.isReversal']);
    expect(await accountsOf(world, project.id)).toEqual({
      classes: { grant: '0', receivable: '0', cash: '0', spent: '0' },
      ...{ sum: '0', lowest: '0' },
    });
    const { rows } = await world.owner.query('SELECT paid FROM contract_paid WHERE contract_id = $1', [
      project.contractId,
    ]);
    expect(rows).toEqual([{ paid: '0' }]);
  });
});

describe('walls', () => {
  it('a source of another county is not there; a file of somebody else is not either', async () => {
    const project = await funded('100.00', '100.00');
    expect((await move(project, 'allocated', '1', {}, 'shuangbaiClerk')).status).toBe(404);
    const foreign = await fileRow(world, 'shuangbaiClerk');
    expect(codes((await move(project, 'allocated', '1', { fileId: foreign.id })).json)).toEqual([
      'project.fileUnknown',
    ]);
    const own = await fileRow(world, 'lufengFinance');
    const made = await move(project, 'allocated', '1', { fileId: own.id });
    expect((await ask('GET', entry.GET, 'lufengClerk', { id: made.json.id })).json).toMatchObject({
      ...{ sha256: own.sha256, file: { id: own.id } },
    });
    expect((await ask('GET', entry.GET, 'shuangbaiClerk', { id: made.json.id })).status).toBe(404);
  });

  it('the app changes no entry, and writes no line, balance or sum itself', async () => {
    const project = await funded('100.00', '100.00');
    const refused = async (sql: string) =>
      expect(
        world.owner.query(`SET ROLE anju_app; ${sql}`).finally(() => world.owner.query('RESET ROLE')),
      ).rejects.toThrow(/permission denied/);
    await refused(`UPDATE ledger_entry SET amount = 1 WHERE project_id = '${project.id}'`);
    await refused(
      `INSERT INTO ledger_line (entry_id, no, account_id, county_id, side, amount) SELECT id, 9, id, county_id, 'debit', 1 FROM ledger_entry`,
    );
    await refused('UPDATE ledger_account SET balance = balance + 1');
    await refused('UPDATE contract_paid SET paid = 0');
    await refused('UPDATE ledger_total SET amount = 0');
    await refused('DELETE FROM ledger_entry');
    for (const sql of [
      'UPDATE ledger_entry SET amount = amount + 1',
      'DELETE FROM ledger_entry',
      'TRUNCATE ledger_entry CASCADE',
      'UPDATE ledger_line SET amount = amount + 1',
    ])
      await expect(world.owner.query(sql), sql).rejects.toThrow(/stays as it was made|refused|kept/);
  });
});
