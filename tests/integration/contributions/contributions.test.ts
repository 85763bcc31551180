import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as takeBack from '@/app/api/v1/funds/entries/[id]/reverse/route';
import * as entry from '@/app/api/v1/funds/entries/[id]/route';
import * as dues from '@/app/api/v1/projects/[id]/contributions/dues/route';
import * as household from '@/app/api/v1/projects/[id]/contributions/households/[householdId]/route';
import * as reverse from '@/app/api/v1/projects/[id]/contributions/payments/[paymentId]/reverse/route';
import * as payments from '@/app/api/v1/projects/[id]/contributions/payments/route';
import * as reminders from '@/app/api/v1/projects/[id]/contributions/reminders.xlsx/route';
import * as progress from '@/app/api/v1/projects/[id]/contributions/route';
import * as books from '@/app/api/v1/projects/[id]/ledger/route';
import type { ContributionProgress, DueList, HouseholdAccount } from '@/lib/domain/contributions/answers';
import type { Json } from '../../support/asking';
import { agree, homeRow, type Raising, raising } from '../../support/contributions';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];
async function set({ id, compoundId }: Raising, more: object = {}, as: Person = 'lufengClerk') {
  const called = await world.call(dues.POST, { as, method: 'POST', params: { id }, body: { compoundId, ...more } });
  return { status: called.status, json: called.json as Json };
}
let receipts = 0;
const line = (householdId: string, amount: string, receiptNo = `R${String(++receipts).padStart(6, '0')}`) => ({
  householdId,
  amount,
  receiptNo,
});
async function pay({ id }: Raising, items: object[], more: object = {}, as: Person = 'lufengCommunity') {
  const body = { paidOn: '2020-06-01', channel: 'cash', items, ...more };
  const called = await world.call(payments.POST, { as, method: 'POST', params: { id }, body });
  return { status: called.status, json: called.json as Json };
}
const list = async ({ id }: Raising, as: Person = 'lufengCommunity') =>
  (await world.call(dues.GET, { as, params: { id } })).json as DueList;
const standing = async ({ id }: Raising, as: Person = 'lufengClerk') =>
  (await world.call(progress.GET, { as, params: { id } })).json as ContributionProgress;
const account = async ({ id }: Raising, householdId: string, as: Person = 'lufengCommunity') =>
  (await world.call(household.GET, { as, params: { id, householdId } })) as { status: number; json: never };
/** Balance of what was allocated and of what came in, in fen, as the ledger's own entries add up. */
async function ledger({ id }: Raising): Promise<{ allocated: bigint; received: bigint }> {
  const { rows } = await world.owner.query<{ kind: string; sum: string }>(
    `SELECT coalesce(o.kind, e.kind) AS kind, sum(CASE WHEN e.kind = 'reversed' THEN -e.amount ELSE e.amount END)::text AS sum
     FROM ledger_entry e LEFT JOIN ledger_entry o ON o.id = e.reverses_id WHERE e.project_id = $1 AND e.source = 'residents' AND e.fund_kind = 'selfRaised' GROUP BY 1`,
    [id],
  );
  const of = (kind: string) => BigInt(rows.find((row) => row.kind === kind)?.sum ?? 0);
  return { allocated: of('allocated'), received: of('received') };
}
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));

describe('the same money is booked once', () => {
  const book = (project: Raising, movement: string, amount: string, voucherNo: string) =>
    world.call(books.POST, {
      ...{ as: 'lufengFinance', method: 'POST', params: { id: project.id } },
      body: { movement, source: 'residents', kind: 'selfRaised', amount, entryOn: '2020-03-01', voucherNo },
    });

  it('as a total it goes back before the dues are set; then only what households owe and pay is entered', async () => {
    const project = await raising(world, 100_000_00n);
    const apart = await book(project, 'allocated', '100000.00', '记-总额-1');
    expect(apart.status).toBe(201);
    const refused = await set(project);
    expect(codes(refused.json)).toEqual(['contribution.bookedAlready']);
    expect(refused.json.reasons[0].message).toContain('100,000.00');
    const back = await world.call(takeBack.POST, {
      ...{ as: 'lufengFinance', method: 'POST', params: { id: (apart.json as Json).id } },
      body: { entryOn: '2020-03-02', voucherNo: '冲-总额-1', note: '改按各户应缴' },
    });
    expect(back.status).toBe(201);
    expect((await set(project)).status).toBe(201);
    expect(codes((await book(project, 'received', '1.00', '记-总额-2')).json as Json)).toEqual(['fund.ofHouseholds']);
    expect(await ledger(project)).toEqual({ allocated: 100_000_00n, received: 0n });
  });
});

describe('what each household owes', () => {
  it('is its part of what was agreed: the parts make the whole to the fen, and the ledger has it as allocated', async () => {
    const project = await raising(world, 100_000_01n);
    const made = await set(project);
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    const { items } = await list(project);
    expect(items).toHaveLength(4);
    expect(items.reduce((sum, { due }) => sum + fen(due), 0n)).toBe(100_000_01n);
    // by area (民法典 283): 88.33 of 358.46 ㎡
    expect(items[0]).toMatchObject({ room: '101', due: '24641.53', paid: '0.00', state: 'unpaid' });
    expect(await ledger(project)).toEqual({ allocated: 100_000_01n, received: 0n });
    expect((await standing(project)).compounds[0]?.setting).toMatchObject({ no: 1, amount: '100000.01', rule: 'area' });
  });

  it('needs what was agreed, a register and its areas', async () => {
    expect(codes((await set(await raising(world, 0n))).json)).toEqual(['contribution.nothingAgreed']);
    expect(codes((await set(await raising(world, 100n, []))).json)).toEqual(['contribution.noHouseholds']);
    const lacking = await raising(world, 100n);
    await world.owner.query('UPDATE household SET exclusive_area = NULL WHERE id = $1', [lacking.homes[1]?.id]);
    const refused = await set(lacking);
    expect(refused.json.reasons[0].message).toContain('有 1 户没有专有面积');
    expect(await ledger(lacking)).toEqual({ allocated: 0n, received: 0n });
  });

  it('is set by the county bureau, for compounds of the project', async () => {
    const project = await raising(world, 100n);
    expect((await set(project, {}, 'lufengCommunity')).status).toBe(403);
    expect((await set(project, {}, 'shuangbaiClerk')).status).toBe(404);
    const other = await raising(world, 100n);
    expect(codes((await set({ ...project, compoundId: other.compoundId })).json)).toEqual([
      'contribution.notOfProject',
    ]);
  });

  it('set anew needs a reason, takes the place of what stood, and the ledger follows', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    expect(codes((await set(project, { reason: '再来一次' })).json)).toEqual(['contribution.sameAgain']);
    await agree(world, project, project.compoundId, 60_000n, 2);
    expect(codes((await set(project)).json)).toEqual(['contribution.reasonMissing']);
    const again = await set(project, { reason: '方案调整' });
    expect(again.status, JSON.stringify(again.json)).toBe(201);
    expect(again.json.total).toMatchObject({ due: '600.00', households: 4 });
    expect(await ledger(project)).toEqual({ allocated: 60_000n, received: 0n });
  });

  it('never goes below what somebody has paid; whoever left the register owes nothing', async () => {
    const project = await raising(world, 100_000n, [100, 100]);
    const [first, second] = project.homes;
    await set(project);
    expect((await pay(project, [line(first?.id ?? '', '500.00')])).status).toBe(201);
    await agree(world, project, project.compoundId, 80_000n, 2);
    const refused = await set(project, { reason: '方案调整' });
    expect(codes(refused.json)).toEqual(['contribution.paidMore']);
    expect(refused.json.reasons[0].message).toContain('已交 500.00 元，新的应缴是 400.00 元');
    // a register that grew: the paid household owes less than it paid; one that shrank: all falls to it
    await agree(world, project, project.compoundId, 100_000n, 3);
    await world.owner.query(
      `UPDATE household SET status = 'retired', retired_at = now(), retired_reason = '合并' WHERE id = $1`,
      [second?.id],
    );
    const shrunk = await set(project, { reason: '户册变更' });
    expect(shrunk.status, JSON.stringify(shrunk.json)).toBe(201);
    expect(shrunk.json.total).toMatchObject({ households: 1, due: '1000.00', paid: '500.00', partHouseholds: 1 });
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 50_000n });
  });
});

describe('what a household pays', () => {
  it('stands in the ledger as received: the sum of its payments, less what was reversed', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    const [a = '', b = ''] = project.homes.map(({ id }) => id);
    const paid = await pay(project, [line(a, '100.00'), line(b, '50.50'), line(a, '10.00')], { channel: 'wechat' });
    expect(paid.status, JSON.stringify(paid.json)).toBe(201);
    expect(paid.json.total).toBe('160.50');
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 16_050n });
    const taken = await world.call(reverse.POST, {
      ...{ as: 'lufengCommunity', method: 'POST' },
      params: { id: project.id, paymentId: paid.json.payments[0].id },
      body: { reversedOn: '2020-06-02', reason: '户号登错' },
    });
    expect(taken.status, JSON.stringify(taken.json)).toBe(200);
    expect((taken.json as HouseholdAccount).due).toMatchObject({
      paid: '10.00',
      state: 'part',
      lastPaidOn: '2020-06-01',
    });
    expect((taken.json as HouseholdAccount).payments.map(({ kind, reversed }) => [kind, reversed])).toEqual(
      expect.arrayContaining([
        ['reversal', false],
        ['payment', true],
      ]),
    );
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 6_050n });
    const total = (await standing(project)).total;
    expect(total).toMatchObject({ paid: '60.50', left: '939.50', partHouseholds: 2, unpaidHouseholds: 2 });
    const twice = await world.call(reverse.POST, {
      ...{ as: 'lufengCommunity', method: 'POST' },
      params: { id: project.id, paymentId: paid.json.payments[0].id },
      body: { reversedOn: '2020-06-02', reason: '再来一次' },
    });
    expect(codes(twice.json)).toEqual(['contribution.reversedAlready']);
  });

  it('is found from its entry, which leads to the receipt and not to that of what took it back', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    const paid = await pay(project, [line(project.homes[0]?.id ?? '', '100.00')]);
    const paymentId = paid.json.payments[0].id as string;
    await world.call(reverse.POST, {
      ...{ as: 'lufengCommunity', method: 'POST', params: { id: project.id, paymentId } },
      body: { reversedOn: '2020-06-02', reason: '户号登错' },
    });
    const { rows } = await world.owner.query<{ id: string; kind: string }>(
      `SELECT id, kind FROM ledger_entry WHERE project_id = $1 AND kind IN ('received', 'reversed') ORDER BY kind`,
      [project.id],
    );
    const receiptsOf = rows.map(async ({ id, kind }) => {
      const { json } = await world.call(entry.GET, { as: 'lufengFinance', params: { id } });
      return [kind, (json as Json).receiptId];
    });
    expect(await Promise.all(receiptsOf)).toEqual([
      ['received', paymentId],
      ['reversed', null],
    ]);
  });

  it('is never more than is still due; says how much that is', async () => {
    const project = await raising(world, 100_000n, [100, 100]);
    await set(project);
    const id = project.homes[0]?.id ?? '';
    await pay(project, [line(id, '400.00')]);
    const over = await pay(project, [line(id, '100.01')]);
    expect(codes(over.json)).toEqual(['contribution.beyondDue']);
    expect(over.json.reasons[0].message).toContain('还应交 100.00 元');
    // in one list each line finds what the lines before it leave
    expect(codes((await pay(project, [line(id, '60.00'), line(id, '60.00')])).json)).toEqual([
      'contribution.beyondDue',
    ]);
    await pay(project, [line(id, '100.00')]);
    expect(codes((await pay(project, [line(id, '0.01')])).json)).toEqual(['contribution.paidInFull']);
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 50_000n });
  });

  it('has a receipt of its own in the county, on a day that has come: all reasons at once, nothing half recorded', async () => {
    const project = await raising(world, 100_000n, [100, 100]);
    await set(project);
    const [a = '', b = ''] = project.homes.map(({ id }) => id);
    await pay(project, [line(a, '10.00', '收2020-1')]);
    const other = await raising(world, 100_000n, [100]);
    await set(other);
    const used = await pay(other, [line(other.homes[0]?.id ?? '', '10.00', '收2020-1')]);
    expect(codes(used.json)).toEqual(['contribution.receiptUsed']);
    const wrong = await pay(
      project,
      [line(a, '9999.00', '收2020-2'), line(b, '1.00', '收2020-2'), line(b, '2.00', '收2020-1')],
      { paidOn: '2099-01-01' },
    );
    expect(codes(wrong.json)).toEqual([
      'contribution.inFuture',
      'contribution.beyondDue',
      'contribution.receiptTwice',
      'contribution.receiptUsed',
    ]);
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 1_000n });
  });

  it.each([
    ['-1', 'money.negative'],
    ['0', 'money.zero'],
    ['1.234', 'money.tooFine'],
    ['1000000000000000', 'money.tooLarge'],
    ['一百', 'money.unreadable'],
  ])('%s yuan is refused in its own words', async (amount, code) => {
    const project = await raising(world, 100_000n, [100]);
    await set(project);
    expect(codes((await pay(project, [line(project.homes[0]?.id ?? '', amount)])).json)).toEqual([code]);
  });

  it('of two officers who record the same household at once, exactly one comes through when both would be too much', async () => {
    const project = await raising(world, 100_000n, [100, 100]);
    await set(project);
    const id = project.homes[0]?.id ?? '';
    const both = await Promise.all([
      pay(project, [line(id, '300.00')], {}, 'lufengCommunity'),
      pay(project, [line(id, '300.00')], {}, 'lufengClerk'),
      pay(project, [line(id, '300.00')], {}, 'lufengClerk2'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 30_000n });
  });
});

describe('who sees what', () => {
  it('another community’s households are not there, another county’s project neither', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    const id = project.homes[0]?.id ?? '';
    expect((await account(project, id, 'lufengCommunity2')).status).toBe(404);
    expect((await account(project, id, 'shuangbaiCommunity')).status).toBe(404);
    expect((await pay(project, [line(id, '1.00')], {}, 'lufengCommunity2')).status).toBe(404);
    expect((await pay(project, [line(id, '1.00')], {}, 'shuangbaiClerk')).status).toBe(404);
    expect((await world.call(dues.GET, { as: 'lufengCommunity2', params: { id: project.id } })).status).toBe(404);
    expect(await ledger(project)).toEqual({ allocated: 100_000n, received: 0n });
  });

  it('finance reads names masked and records nothing', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    const { items } = await list(project, 'lufengFinance');
    expect(items.map(({ owners }) => owners)).toEqual(items.map(() => [{ name: '张*', phone: '138****0000' }]));
    expect((await pay(project, [line(project.homes[0]?.id ?? '', '1.00')], {}, 'lufengFinance')).status).toBe(403);
  });

  it('takes the list with names away only for a reason, which stands in the audit', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    const take = (as: Person, reason: string) =>
      world.call(reminders.POST, {
        ...{ as, method: 'POST', params: { id: project.id }, body: { compound: project.compoundId, reason } },
      });
    expect((await take('lufengCommunity', '上门催缴')).status).toBe(403);
    expect((await take('lufengFinance', '上门催缴')).status).toBe(403);
    expect((await take('shuangbaiClerk', '上门催缴')).status).toBe(404);
    expect(codes((await take('lufengClerk', '催')).json)).toEqual(['personal.reasonTooShort']);
    const taken = await take('lufengClerk', '上门催缴');
    expect(taken.status).toBe(200);
    expect(decodeURIComponent(taken.headers.get('content-disposition') ?? '')).toContain('含个人信息');
    const { rows } = await world.owner.query<{ reason: string; after: { rows: number } }>(
      `SELECT reason, after FROM audit_line WHERE action = 'export.unmasked' AND entity_id = $1`,
      [project.id],
    );
    expect(rows).toEqual([{ reason: '上门催缴', after: expect.objectContaining({ rows: 4 }) }]);
    const masked = await world.call(reminders.GET, { as: 'lufengCommunity', params: { id: project.id } });
    expect(masked.status).toBe(200);
  });

  it('a household that moves with its compound takes its account along', async () => {
    const project = await raising(world, 100_000n);
    await set(project);
    await pay(project, [line(project.homes[0]?.id ?? '', '10.00')]);
    const elsewhere = world.lufeng.subdistricts[0]?.communities[1]?.id;
    await world.owner.query('UPDATE compound SET community_id = $1 WHERE id = $2', [elsewhere, project.compoundId]);
    expect((await account(project, project.homes[0]?.id ?? '', 'lufengCommunity')).status).toBe(404);
    const seen = await account(project, project.homes[0]?.id ?? '', 'lufengCommunity2');
    expect((seen.json as HouseholdAccount).payments).toHaveLength(1);
  });
});

describe('the database itself', () => {
  it('refuses shares that do not make the whole, payments above what is due, and any change', async () => {
    const project = await raising(world, 100_000n, [100, 100]);
    await set(project);
    const id = project.homes[0]?.id ?? '';
    await pay(project, [line(id, '10.00')]);
    const { owner } = world;
    await expect(
      owner.query(
        `INSERT INTO contribution_payment (project_id, household_id, building_id, compound_id, county_id, amount, channel, receipt_no, paid_on, entry_id, recorded_by)
         SELECT project_id, household_id, building_id, compound_id, county_id, 100000, 'cash', 'X', paid_on, (SELECT id FROM ledger_entry WHERE kind = 'allocated' AND project_id = $1 LIMIT 1), recorded_by
         FROM contribution_payment WHERE project_id = $1 LIMIT 1`,
        [project.id],
      ),
    ).rejects.toThrow(/contribution_due_paid/);
    await expect(owner.query('UPDATE contribution_payment SET amount = 1')).rejects.toThrow(/kept as it was recorded/);
    await expect(owner.query('DELETE FROM contribution_share')).rejects.toThrow(/kept as it was recorded/);
    await expect(
      owner
        .query(
          `WITH s AS (INSERT INTO contribution_setting (project_id, compound_id, county_id, no, rule, amount, households, area, reason, voucher_no, entry_id, set_by)
           SELECT project_id, compound_id, county_id, 2, rule, amount, 1, area, '改', voucher_no, entry_id, set_by FROM contribution_setting WHERE project_id = $1 RETURNING id) SELECT id FROM s`,
          [project.id],
        )
        .then(({ rows }) =>
          owner.query(
            `INSERT INTO contribution_share (setting_id, household_id, building_id, compound_id, county_id, area, amount) SELECT $1, $2, $2, $2, $2, 100, 1`,
            [rows[0].id, id],
          ),
        ),
    ).rejects.toThrow(/do not make the whole/);
  });

  it('counts 2,000 households in one statement', async () => {
    const project = await raising(world, 3_000_000_00n, [100]);
    const [building = ''] = project.compounds[0]?.buildings ?? [];
    await world.owner.query(
      `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key, exclusive_area)
       SELECT b.id, b.compound_id, b.county_id, '2', n::text, n::text, 8000 + n FROM building b, generate_series(1, 1999) n WHERE b.id = $1`,
      [building],
    );
    expect((await set(project)).status).toBe(201);
    const began = performance.now();
    const { total, buildings } = await standing(project);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(total).toMatchObject({ households: 2000, due: '3000000.00' });
    expect(buildings).toHaveLength(1);
  });
});

it('a later household without owner is in the list like the others', async () => {
  const project = await raising(world, 100_000n, [100]);
  await homeRow(world, project.compoundId, project.compounds[0]?.buildings[1] ?? '', '901', 100);
  await set(project);
  expect((await list(project)).total).toBe(2);
});
