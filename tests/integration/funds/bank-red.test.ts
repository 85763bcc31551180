import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as askReversal from '@/app/api/v1/funds/entries/[id]/ask-reversal/route';
import * as reverse from '@/app/api/v1/funds/entries/[id]/reverse/route';
import * as judge from '@/app/api/v1/funds/payments/[id]/decide/route';
import * as payments from '@/app/api/v1/projects/[id]/payments/route';
import { asking, type Json } from '../../support/asking';
import { type Cells, workbookOf } from '../../support/sheets';
import { makeWorld, type World } from '../../support/world';
import { accepted, codesOf, type Funded, freshNumbers, funded, officeOf } from './statements';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const ask = asking(() => world);
const finance = () => officeOf(world);
const no = freshNumbers('H');

/** One column of sums with 借/贷 beside it. */
const sidedBook = (rows: Cells[]) =>
  workbookOf({ 流水: [['交易日期', '借贷标志', '交易金额', '余额', '对方户名', '摘要', '流水号'], ...rows] });
const made = (json: Json): string => {
  expect(json.id, JSON.stringify(json)).toBeTruthy();
  return json.id;
};
const approve = async (id: string): Promise<string> =>
  (await ask('POST', judge.POST, 'lufengClerk2', { id }, { body: { decision: 'approve' }, version: 1 })).json.entryId;

async function paid(project: Funded, amount: string): Promise<string> {
  const body = {
    ...{ contractId: project.contractId, source: 'central', amount, purpose: '进度款' },
    ...{ items: [{ item: 'B-R01', amount }], payOn: '2020-05-19', voucherNo: no() },
  };
  return approve(made((await ask('POST', payments.POST, 'lufengClerk', { id: project.id }, { body })).json));
}
const confirmedOf = async (project: Funded) =>
  (
    await world.owner.query(
      'SELECT e.kind, l.amount::int AS amount FROM bank_match m JOIN bank_line l ON l.id = m.line_id JOIN ledger_entry e ON e.id = m.entry_id WHERE e.project_id = $1 ORDER BY l.row_no',
      [project.id],
    )
  ).rows;

describe('a minus beside 借/贷', () => {
  it('贷 taken back and 借 that came back: nothing is proposed but their reversals, which a person makes in the ledger, and then the bank confirms all of it', async () => {
    const project = await funded(world, { allocated: 200_000n, received: 50_000n });
    const payment = await paid(project, '80.00');
    const office = finance();
    const view = await office.upload(
      await sidedBook([
        ['2020-03-02', '贷', 500, 500, '禄丰市财政局', '中央补助', no()],
        ['2020-05-19', '借', 80, 420, project.company, '进度款', no()],
        // as the bank prints it: the same side again, red, and no word of it
        ['2020-05-20', '借', -80, 500, project.company, '进度款', no()],
        ['2020-05-21', '贷', -500, 0, '禄丰市财政局', '中央补助', no()],
      ]),
    );
    expect(view).toMatchObject({ errors: 0, sumIn: '580.00', sumOut: '580.00' });
    expect(view.findings.map(({ cell, code }) => [cell, code])).toEqual([
      ['C4', 'fundSheet.redLine'],
      ['C5', 'fundSheet.redLine'],
    ]);
    expect(view.findings[0]?.message).toContain('支出（借）的负数记为收入');
    const stateOf = ({ rows }: typeof view) => rows.map(({ amount, state }) => [amount, state]);
    expect(stateOf(view).slice(0, 2)).toEqual([
      ['500.00', 'found'],
      ['-80.00', 'found'],
    ]);
    // 2,000.00 less 500.00 is still expected of the treasury: what came back is not taken for that, nor what was taken back for a payment
    expect(view.rows.slice(2).map(({ amount, match: { chosen } }) => [amount, chosen])).toEqual([
      ['80.00', null],
      ['-500.00', null],
    ]);
    expect(view.rows.slice(2).map(({ hints }) => hints)).toEqual([
      [{ code: 'cancels', row: 3 }],
      [{ code: 'cancels', row: 2 }],
    ]);
    expect(codesOf((await office.apply(view)).json)).toEqual(['bankImport.undecided']);

    const asked = { purpose: '退汇', payOn: '2020-05-20', voucherNo: no() };
    await approve(made((await ask('POST', askReversal.POST, 'lufengClerk', { id: payment }, { body: asked })).json));
    const received = await world.owner.query<{ id: string }>(
      `SELECT id FROM ledger_entry WHERE project_id = $1 AND kind = 'received'`,
      [project.id],
    );
    const note = { entryOn: '2020-05-21', voucherNo: no(), note: '银行冲正' };
    made((await ask('POST', reverse.POST, 'lufengFinance', { id: received.rows[0]?.id ?? '' }, { body: note })).json);

    const now = await office.view(view.id);
    const red = now.rows.slice(2).map(({ match: { chosen } }) => chosen?.because.map(({ code }) => code));
    for (const because of red) expect(because).toContain('reversalRed');
    // what was booked and reversed is not proposed as new money
    expect(now.rows.slice(0, 2).map(({ match: { chosen }, hints }) => [chosen, hints])).toEqual([
      [null, [{ code: 'takenBack', row: 5 }]],
      [null, [{ code: 'takenBack', row: 4 }]],
    ]);
    const before = await world.owner.query('SELECT count(*)::int AS count FROM ledger_entry');
    const said = await office.decide(now, [
      ...accepted(now),
      ...now.rows
        .filter(({ match: { chosen } }) => !chosen)
        .map(({ id }) => ({ lineId: id, decision: 'outside', reason: '银行冲正' })),
    ]);
    expect((await office.apply(said.json)).json.counts).toMatchObject({ written: 0, asked: 0, confirmed: 2 });
    expect((await world.owner.query('SELECT count(*)::int AS count FROM ledger_entry')).rows).toEqual(before.rows);
    expect(await confirmedOf(project)).toEqual([
      { kind: 'reversed', amount: 8_000 },
      { kind: 'reversed', amount: -50_000 },
    ]);
  });

  it('what no balance tells is an error at its cell, with how to write it, and stops the import', async () => {
    const office = finance();
    const view = await office.upload(await sidedBook([['2020-05-22', '借', -80, null, '某公司', '冲正', no()]]));
    expect(view.errors).toBe(1);
    expect(view.findings).toContainEqual(
      expect.objectContaining({ level: 'error', cell: 'C2', code: 'fundSheet.minusUnclear' }),
    );
    expect(view.findings.find(({ level }) => level === 'error')?.message).toContain('钱出去的标志写“借”');
    const said = await office.decide(view, [{ lineId: view.rows[0]?.id, decision: 'outside', reason: '试读' }]);
    expect(codesOf((await office.apply(said.json)).json)).toEqual(['bankImport.errors']);
  });

  it('that a line is red stays as it was read', async () => {
    const { rows } = await finance().upload(await sidedBook([['2020-05-23', '贷', -70, null, '某公司', '拨款', no()]]));
    await expect(
      world.owner.query('UPDATE bank_line SET red = false WHERE id = $1', [rows[0]?.id]),
    ).rejects.toMatchObject({ constraint: 'bank_line_kept' });
  });
});
