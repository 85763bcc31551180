import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as judge from '@/app/api/v1/funds/payments/[id]/decide/route';
import * as payments from '@/app/api/v1/projects/[id]/payments/route';
import { asking } from '../../support/asking';
import { makeWorld, type Person, type World } from '../../support/world';
import { bankBook, codesOf, entriesOf, type Funded, freshNumbers, funded, officeOf, ordersOf } from './statements';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const ask = asking(() => world);
const finance = () => officeOf(world);
const no = freshNumbers('F');

const payment = ({ id: projectId, contractId }: Funded, amount: string, more: object = {}) => ({
  ...{ decision: 'payment', projectId, source: 'central', contractId, amount, items: [{ item: 'B-R01', amount }] },
  ...more,
});
const outside = (amount: string) => ({ decision: 'outside', reason: '手续费', amount });
const approve = (id: string, as: Person) =>
  ask('POST', judge.POST, as, { id }, { body: { decision: 'approve' }, version: 1 });

/** A line of money that went out, and how it is split. */
async function sent(sum: number) {
  const office = finance();
  const serialNo = no();
  const view = await office.upload(
    await bankBook([['2020-05-20', '进度款', null, sum, null, '某施工单位', null, serialNo]]),
  );
  const split = (parts: object[], version = view.version) =>
    office.decide({ id: view.id, version }, [{ lineId: view.rows[0]?.id, decision: 'split', parts }]);
  return { office, serialNo, view, split };
}

describe('a part of a line that asks for a new payment', () => {
  it('one part confirms a request that is there, one asks for a payment; who applied does not approve it, a second person does', async () => {
    const [old, fresh] = [await funded(world, { received: 50_000n }), await funded(world, { received: 30_000n })];
    const before = await ask(
      'POST',
      payments.POST,
      'lufengClerk',
      { id: old.id },
      {
        body: {
          ...{ contractId: old.contractId, source: 'central', amount: '120.00', purpose: '进度款' },
          ...{ items: [{ item: 'B-R01', amount: '120.00' }], payOn: '2020-05-19', voucherNo: no() },
        },
      },
    );
    expect(before.status, JSON.stringify(before.json)).toBe(201);
    const { office, serialNo, view, split } = await sent(200);
    const items = [
      { item: 'B-R01', amount: '50.00' },
      { item: '', amount: '30.00' },
    ];
    const there = { decision: 'order', orderId: before.json.id, amount: '120.00' };
    const said = await split([there, payment(fresh, '80.00', { items })]);
    expect(said.status, JSON.stringify(said.json)).toBe(200);
    expect((await office.view(view.id)).rows[0]?.decision?.parts).toMatchObject([
      { decision: 'order', contractNo: null, items: null },
      { decision: 'payment', project: fresh.name, contractNo: fresh.contractNo, amount: '80.00', items },
    ]);
    expect(await ordersOf(world, fresh.id)).toEqual([]);

    const applied = await office.apply(said.json);
    expect(applied.json.counts, JSON.stringify(applied.json)).toEqual({
      ...{ written: 0, asked: 1, confirmed: 1, outside: 0, known: 0 },
    });
    // asked for, not paid
    expect((await entriesOf(world, fresh.id)).map(({ kind }) => kind)).not.toContain('paid');
    const [order, ...more] = await ordersOf(world, fresh.id);
    expect(more).toEqual([]);
    expect(order).toMatchObject({
      ...{ status: 'submitted', amount: '8000', no: `${serialNo}-2`, payee: fresh.company, day: '2020-05-20' },
      ...{ contract: fresh.contractId, items: [{ item: 'B-R01' }, { item: '' }] },
    });
    const { rows: matches } = await world.owner.query(
      'SELECT part, order_id AS "order" FROM bank_match WHERE line_id = $1 ORDER BY part',
      [view.rows[0]?.id],
    );
    expect(matches).toEqual([
      { part: 1, order: before.json.id },
      { part: 2, order: order.id },
    ]);

    expect(codesOf((await approve(order.id, 'lufengFinance')).json)).toEqual(['payment.own']);
    expect((await approve(order.id, 'lufengClerk')).json).toMatchObject({ status: 'approved' });
    expect((await entriesOf(world, fresh.id)).at(-1)).toMatchObject({ kind: 'paid', amount: '8000' });
    // paid, it stays confirmed by its part of the line, and is not free for another
    const later = await office.upload(
      await bankBook([['2020-05-20', '进度款', null, 80, null, fresh.company, null, no()]]),
    );
    expect(later.free.filter(({ project }) => project === fresh.name)).toEqual([]);
  });

  it('over the contract is refused with how much is there, and nothing of the line is written', async () => {
    const project = await funded(world, { allocated: 300_000n, received: 200_000n });
    const { office, view, split } = await sent(1_001);
    const said = await split([payment(project, '1000.01'), outside('0.99')]);
    const refused = await office.apply(said.json);
    expect(refused.status).toBe(422);
    expect(refused.json.reasons).toMatchObject([
      {
        ...{ code: 'fund.beyondContract', field: 'rows.3.parts.0.contractId' },
        params: { no: project.contractNo, left: '1000.00' },
      },
    ]);
    expect(await ordersOf(world, project.id)).toEqual([]);
    expect(await office.view(view.id)).toMatchObject({ status: 'draft' });
    const right = await split([payment(project, '1000.00'), outside('1.00')], said.json.version);
    expect((await office.apply(right.json)).json.counts).toMatchObject({ asked: 1, outside: 1 });
  });

  it('money that is not there, an item that is not planned, money for another purpose: as for a payment asked for by hand, all of it at once', async () => {
    const project = await funded(world, { allocated: 50_000n, received: 10_000n });
    const { office, split } = await sent(300);
    const lines = payment(project, '100.00', { earmark: 'lines' });
    const unplanned = payment(project, '150.00', { items: [{ item: 'B-I01', amount: '150.00' }] });
    const said = await split([lines, unplanned, outside('50.00')]);
    const refused = await office.apply(said.json);
    const found = (refused.json.reasons as { code: string; field: string }[]).map(
      ({ code, field }) => `${field.replace(/^rows\.\d+\.parts\./, '')} ${code}`,
    );
    expect(found).toEqual([
      '0.items fund.notForItem',
      '0.amount fund.beyondReceived',
      '1.items fund.itemNotPlanned',
      '1.amount fund.beyondReceived',
    ]);
    expect(await ordersOf(world, project.id)).toEqual([]);
  });

  it('two parts that ask for the money of one pot have it once', async () => {
    const project = await funded(world, { received: 10_000n });
    const { office, split } = await sent(150);
    const said = await split([payment(project, '90.00'), payment(project, '60.00')]);
    expect((await office.apply(said.json)).json.reasons).toMatchObject([
      { code: 'fund.beyondReceivedAndAsked', field: 'rows.3.parts.1.amount', params: { there: '10.00' } },
    ]);
    expect(await ordersOf(world, project.id)).toEqual([]);
  });

  it('parts that do not make the line, items that do not make their part, another’s contract, sums that are none', async () => {
    const [project, other] = [await funded(world, { received: 50_000n }), await funded(world)];
    const theirs = await funded(world, { county: 'shuangbai' });
    const { split } = await sent(100);
    const reasonsOf = async (...parts: object[]) => (await split(parts)).json.reasons;
    expect(await reasonsOf(payment(project, '60.00'), outside('39.99'))).toMatchObject([
      { code: 'bankImport.partsDiffer', params: { sum: '99.99', amount: '100.00' }, field: 'decisions.0.parts' },
    ]);
    const short = payment(project, '60.00', { items: [{ item: 'B-R01', amount: '59.99' }] });
    expect(await reasonsOf(outside('40.00'), short)).toMatchObject([
      { code: 'fund.itemsDiffer', params: { sum: '59.99', amount: '60.00' }, field: 'decisions.0.parts.1.items' },
    ]);
    const elsewhere = payment(project, '60.00', { contractId: other.contractId });
    expect(await reasonsOf(outside('40.00'), elsewhere)).toMatchObject([
      { code: 'fund.contractUnknown', field: 'decisions.0.parts.1.contractId' },
    ]);
    expect(await reasonsOf(outside('40.00'), payment(theirs, '60.00'))).toMatchObject([
      { code: 'bankImport.projectGone', field: 'decisions.0.parts.1.projectId' },
    ]);
    for (const [amount, code] of [
      ['-60.00', 'money.negative'],
      ['0', 'money.zero'],
      ['60.001', 'money.tooFine'],
      ['1000000000000000', 'money.tooLarge'],
    ])
      expect(new Set(codesOf((await split([outside('40.00'), payment(project, amount ?? '')])).json))).toEqual(
        new Set([code]),
      );
    expect(await reasonsOf(outside('40.00'), payment(project, '60.00', { items: [] }))).toMatchObject([
      { code: 'fund.itemsMissing', field: 'decisions.0.parts.1.items' },
    ]);
  });

  it('is not asked for by money that came in', async () => {
    const project = await funded(world, { received: 50_000n });
    const office = finance();
    const view = await office.upload(await bankBook([['2020-05-21', '拨款', 50, null, null, '某单位', null, no()]]));
    const parts = [payment(project, '20.00'), outside('30.00')];
    expect(
      (await office.decide(view, [{ lineId: view.rows[0]?.id, decision: 'split', parts }])).json.reasons,
    ).toMatchObject([{ code: 'bankImport.notOut', field: 'decisions.0.parts.0' }]);
  });

  it('the database keeps that it names a contract of its project, items that make it, and what it asked for', async () => {
    const [project, other] = [await funded(world, { received: 50_000n }), await funded(world)];
    const { view } = await sent(20);
    const good = {
      ...{ decision: 'payment', amount: '1500', projectId: project.id, source: 'central' },
      ...{ contractId: project.contractId, items: [{ item: 'B-R01', amount: '1500' }], orderId: null },
    };
    const say = (part: object, applied = false) =>
      world.owner.query(`UPDATE bank_line SET decision = 'split', parts = $2::jsonb, applied = $3 WHERE id = $1`, [
        view.rows[0]?.id,
        JSON.stringify([part, { decision: 'outside', note: 'x', amount: '500' }]),
        applied,
      ]);
    for (const wrong of [
      { ...good, contractId: other.contractId },
      { ...good, contractId: null },
      { ...good, source: null },
      { ...good, items: null },
      { ...good, items: [] },
      { ...good, items: [{ item: 'B-R01', amount: '1499' }] },
    ])
      await expect(say(wrong), JSON.stringify(wrong)).rejects.toMatchObject({ constraint: 'bank_line_parts_pay' });
    await expect(say(good, true)).rejects.toMatchObject({ constraint: 'bank_line_parts_pay' });
    await say(good);
  });
});
