import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as marked from '@/app/api/v1/funds/imports/[id]/marked.xlsx/route';
import * as one from '@/app/api/v1/funds/imports/[id]/route';
import * as all from '@/app/api/v1/funds/imports/route';
import * as decide from '@/app/api/v1/funds/payments/[id]/decide/route';
import { FINDINGS_SHEET } from '@/lib/domain/imports/template';
import { withReader } from '@/lib/server/db/with-reader';
import { paymentOrders } from '@/lib/server/funds/queries';
import { makeWorld, type Person, type World } from '../../support/world';
import {
  accepted,
  bankBook,
  codesOf,
  entriesOf,
  freshNumbers,
  funded,
  officeOf,
  ordersOf,
  receipt,
} from './statements';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const finance = () => officeOf(world);
const no = freshNumbers('L');

const matches = async (projectId: string) =>
  (
    await world.owner.query(
      'SELECT m.line_id FROM bank_match m LEFT JOIN ledger_entry e ON e.id = m.entry_id LEFT JOIN payment_order o ON o.id = m.order_id WHERE coalesce(e.project_id, o.project_id) = $1',
      [projectId],
    )
  ).rows;

describe('a bank statement goes its whole way', () => {
  it('what is known is proposed, a person accepts and chooses, and then all of it is in the books', async () => {
    const project = await funded(world, { allocated: 300_000n, received: 50_000n });
    const office = finance();
    const serialNo = no();
    const view = await office.upload(
      await bankBook([
        // received 500.00 is booked already; 1,000.00 names the project; 200.00 goes to the company; a fee is nobody's
        ['2020-03-02', '中央补助', 500, null, 500, '禄丰市财政局', '6222000011112222', no()],
        ['2020-03-09', `${project.name}中央补助`, '1,000.00', null, 1500, '禄丰市财政局', '6222000011112222', serialNo],
        ['2020-03-20', '第一次进度款', null, 200, 1300, project.company, null, no()],
        ['2020-03-21', '手续费', null, 0.5, 1299.5, null, null, no()],
      ]),
    );
    expect(view).toMatchObject({
      kind: 'bank',
      account: '1234',
      errors: 0,
      undecided: 4,
      opening: '0.00',
      closing: '1299.50',
      sumIn: '1500.00',
      sumOut: '200.50',
    });
    const [booked, expected, payment, fee] = view.rows;
    expect(booked?.match.chosen?.target).toMatchObject({ type: 'entry', amount: '500.00' });
    expect(booked?.match.chosen?.because).toContainEqual({ code: 'daysApart', days: 1 });
    expect(expected?.match.chosen?.target).toMatchObject({
      type: 'receipt',
      projectId: project.id,
      outstanding: '2500.00',
    });
    expect(payment?.match.chosen?.target).toMatchObject({
      type: 'payment',
      contractId: project.contractId,
      left: '1000.00',
    });
    expect(fee).toMatchObject({ state: 'none', counterAccount: null });
    expect(expected?.counterAccount).toBe('2222');

    const early = await office.apply(view);
    expect(codesOf(early.json)).toEqual(['bankImport.undecided']);
    const said = await office.decide(view, [
      ...accepted(view),
      {
        ...{
          lineId: payment?.id,
          decision: 'payment',
          projectId: project.id,
          source: 'central',
          contractId: project.contractId,
        },
        items: [
          { item: 'B-R01', amount: '150.00' },
          { item: '', amount: '50.00' },
        ],
      },
      { lineId: fee?.id, decision: 'outside', reason: '银行手续费' },
    ]);
    expect(said.json, JSON.stringify(said.json)).toMatchObject({ version: view.version + 1 });
    expect(await entriesOf(world, project.id)).toHaveLength(2);

    const applied = await office.apply(said.json);
    expect(applied.json, JSON.stringify(applied.json)).toMatchObject({
      status: 'applied',
      counts: { written: 1, asked: 1, confirmed: 1, outside: 1, known: 0 },
    });
    const entries = await entriesOf(world, project.id);
    expect(entries.at(-1)).toMatchObject({
      kind: 'received',
      amount: '100000',
      voucher_no: serialNo,
      counterparty: '禄丰市财政局',
    });
    // a payment is asked for, never paid: a second person approves
    expect(entries.map(({ kind }) => kind)).not.toContain('paid');
    expect(await ordersOf(world, project.id)).toMatchObject([{ status: 'submitted', amount: '20000' }]);
    expect(await matches(project.id)).toHaveLength(3);
    const after = await office.view(view.id);
    expect(after).toMatchObject({ status: 'applied', decidedBy: expect.stringContaining('钱进') });
    // each line leads to what it is in the books: confirmed, written, asked for, and of no project
    const [confirmed, written] = entries.slice(-2);
    const [asked] = await ordersOf(world, project.id);
    expect(after.rows.map(({ decision }) => decision?.booked)).toEqual([
      { type: 'entry', id: confirmed?.id, voucherNo: confirmed?.voucher_no, day: confirmed?.entry_on, status: null },
      { type: 'entry', id: written?.id, voucherNo: serialNo, day: '2020-03-09', status: null },
      { type: 'order', id: asked.id, voucherNo: asked.no, day: '2020-03-20', status: 'submitted' },
      null,
    ]);
    const only = (who: Person) =>
      withReader(world.actors[who], (reader) => paymentOrders(reader, world.actors[who], { id: asked.id }));
    expect((await only('lufengFinance')).map(({ id, status }) => [id, status])).toEqual([[asked.id, 'submitted']]);
    expect(await only('shuangbaiClerk')).toEqual([]);
    const approved = await world.call(decide.POST, {
      ...{
        as: 'lufengClerk2',
        method: 'POST',
        params: { id: asked.id },
        body: { decision: 'approve' },
        headers: { 'if-match': '"1"' },
      },
    });
    expect(approved.status, JSON.stringify(approved.json)).toBe(200);
    const paid = (await entriesOf(world, project.id)).find(({ kind }) => kind === 'paid');
    expect((await office.view(view.id)).rows[2]?.decision?.booked).toMatchObject({ type: 'entry', id: paid?.id });
    expect(codesOf((await office.apply(after)).json)).toEqual(['bankImport.applied']);
    expect(codesOf((await office.decide(after, [{ lineId: fee?.id, decision: 'undecided' }])).json)).toEqual([
      'bankImport.applied',
    ]);
    const audit = await world.owner.query(
      `SELECT action FROM audit_line WHERE entity = 'bank_statement' AND entity_id = $1 ORDER BY id`,
      [view.id],
    );
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'fundImport.upload',
      'fundImport.decide',
      'fundImport.apply',
    ]);
  });

  it('the same file is known again; cancelled, it can be sent anew', async () => {
    const office = finance();
    const book = await bankBook([['2020-04-01', '利息', 3.21, null, 3.21, '某银行', null, no()]]);
    const view = await office.upload(book, '四月.xlsx');
    expect(await office.send(book, '四月（副本）.xlsx')).toMatchObject({
      status: 200,
      json: { id: view.id, again: true, status: 'draft' },
    });
    expect((await office.cancel(view)).json).toMatchObject({ status: 'cancelled' });
    const again = await office.send(book, '四月.xlsx');
    expect(again).toMatchObject({ status: 201, json: { again: false } });
    expect(again.json.id).not.toBe(view.id);
    expect(codesOf((await office.apply({ ...view, version: 2 })).json)).toEqual(['bankImport.cancelled']);
  });

  it('of statements that overlap a line is booked once', async () => {
    const project = await funded(world);
    const office = finance();
    const shared = ['2020-04-10', `${project.name}补助`, 300, null, 300, '禄丰市财政局', null, no()] as const;
    const first = await office.upload(await bankBook([[...shared]]));
    const second = await office.upload(
      await bankBook([[...shared], ['2020-04-11', `${project.name}补助`, 100, null, 400, '禄丰市财政局', null, no()]]),
    );
    for (const [at, view] of [first, second].entries()) {
      const now = await office.view(view.id);
      const said = await office.decide(now, accepted(now));
      const applied = await office.apply(said.json);
      expect(applied.json.counts, JSON.stringify(applied.json)).toMatchObject({ written: 1, known: at });
    }
    const seen = await office.view(second.id);
    expect(seen.rows[0]).toMatchObject({ state: 'known', known: { statementId: first.id, rowNo: 3 } });
    const entries = await entriesOf(world, project.id);
    expect(
      entries
        .filter(({ kind }) => kind === 'received')
        .map(({ amount }) => amount)
        .sort(),
    ).toEqual(['10000', '30000']);
  });

  it('more than is outstanding is refused with how much there is, and nothing of the statement is written', async () => {
    const project = await funded(world, { allocated: 50_000n });
    const office = finance();
    const view = await office.upload(
      await bankBook([
        ['2020-05-01', '补助', 400, null, 400, '某单位', null, no()],
        ['2020-05-02', '补助', 200, null, 600, '某单位', null, no()],
        ['2020-05-03', '补助', 300, null, 900, '某单位', null, no()],
      ]),
    );
    const said = await office.decide(
      view,
      view.rows.map((row) => receipt(row, project)),
    );
    const { status, json } = await office.apply(said.json);
    expect(status).toBe(422);
    expect(json.reasons).toMatchObject([
      { code: 'fund.beyondAllocated', field: 'rows.4.amount', params: { found: '200.00', there: '100.00' } },
      { code: 'fund.beyondAllocated', field: 'rows.5.amount', params: { found: '300.00', there: '100.00' } },
    ]);
    expect((await entriesOf(world, project.id)).map(({ kind }) => kind)).toEqual(['allocated']);
    expect(await office.view(view.id)).toMatchObject({ status: 'draft' });
    expect(await matches(project.id)).toEqual([]);
  });

  it('two who apply at once apply it once', async () => {
    const project = await funded(world);
    const office = finance();
    const view = await office.upload(
      await bankBook([['2020-05-06', `${project.name}补助`, 250, null, 250, '禄丰市财政局', null, no()]]),
    );
    const said = (await office.decide(view, accepted(view))).json;
    const bureau = officeOf(world, 'lufengClerk');
    const answers = await Promise.all([office.apply(said), bureau.apply(said), office.apply(said), bureau.apply(said)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect((await entriesOf(world, project.id)).filter(({ kind }) => kind === 'received')).toHaveLength(1);
  });

  it('a number that is used already is refused, and another can be given', async () => {
    const project = await funded(world);
    const office = finance();
    const used = no();
    const book = (sum: number, name: string) =>
      bankBook([['2020-05-07', `${project.name}${name}`, sum, null, null, '禄丰市财政局', null, used]]);
    const [first, second] = [await office.upload(await book(10, '甲')), await office.upload(await book(20, '乙'))];
    await office.apply((await office.decide(first, accepted(first))).json);
    const [row] = second.rows;
    const said = await office.decide(second, [receipt(row ?? { id: '' }, project)]);
    const refused = await office.apply(said.json);
    expect(refused.json.reasons).toMatchObject([
      { code: 'fund.voucherUsed', field: 'rows.3.voucherNo', params: { found: used } },
    ]);
    const renamed = await office.decide(said.json, [receipt(row ?? { id: '' }, project, { voucherNo: `${used}-2` })]);
    expect((await office.apply(renamed.json)).status).toBe(200);
  });

  it('an entry stands beside one line, of its own sum', async () => {
    const project = await funded(world, { allocated: 100_000n, received: 20_000n });
    const office = finance();
    const view = await office.upload(
      await bankBook([
        ['2020-03-02', '补助', 200, null, 200, '禄丰市财政局', null, no()],
        ['2020-03-02', '补助', 200, null, 400, '禄丰市财政局', null, no()],
        ['2020-03-03', '补助', 30, null, 430, '禄丰市财政局', null, no()],
      ]),
    );
    // two lines that agree alike with one entry: nobody chooses for the person
    expect(view.rows.map(({ state }) => state).slice(0, 2)).toEqual(['unsure', 'unsure']);
    const target = view.rows[0]?.match.candidates.find((found) => found.target.type === 'entry')?.target;
    const entryId = target?.type === 'entry' ? target.id : '';
    const to = (at: number) => ({ lineId: view.rows[at]?.id, decision: 'entry', entryId });
    expect(codesOf((await office.decide(view, [to(0), to(1)])).json)).toEqual(['bankImport.targetTwice']);
    expect(codesOf((await office.decide(view, [to(2)])).json)).toEqual(['bankImport.otherSum']);
    expect(
      codesOf(
        (
          await office.decide(view, [
            {
              ...to(0),
              decision: 'payment',
              projectId: project.id,
              source: 'central',
              contractId: project.contractId,
              entryId: undefined,
              items: [{ item: '', amount: '200.00' }],
            },
          ])
        ).json,
      ),
    ).toEqual(['bankImport.notOut']);
    expect((await office.decide(view, [to(0)])).status).toBe(200);
  });
});

describe('what is wrong is told where it is', () => {
  it('a messy sheet is kept with its errors, marked, and not applied', async () => {
    const office = finance();
    const view = await office.upload(
      await bankBook([
        ['2020年6月1日', '补助', '１,０００．００', null, 1000, '某单位', null, no()],
        ['6月2日', '补助', 1.005, 5, '见附页', '某单位', null, no()],
        ['合计', null, 1001.005, 5],
      ]),
    );
    expect(view).toMatchObject({ errors: 3, lines: 1 });
    expect(view.findings.map(({ cell, level }) => [cell, level])).toEqual([
      ['A4', 'error'],
      ['C4', 'error'],
      ['E4', 'error'],
      [null, 'info'],
    ]);
    expect(view.findings[0]?.message).toContain('6月2日');
    const said = await office.decide(
      view,
      view.rows.map(({ id }) => ({ lineId: id, decision: 'outside', reason: '试读' })),
    );
    expect(codesOf((await office.apply(said.json)).json)).toEqual(['bankImport.errors']);
    const { response } = await world.call(marked.GET, { as: 'lufengFinance', params: { id: view.id } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual([FINDINGS_SHEET, '流水']);
    expect(JSON.stringify(book.getWorksheet('流水')?.getCell('C4').note)).toContain('小数超过两位');
  });

  it.each([
    ['a file without such a table', async () => (await bankBook([])).subarray(0, 40), 422],
    ['a list of something else', async () => Buffer.from('小区,户数\n文化路,12\n'), 422],
  ])('%s is refused and not kept', async (_, bytes, status) => {
    const before = await world.owner.query('SELECT count(*) FROM bank_statement');
    expect((await finance().send(await bytes())).status).toBe(status);
    expect(await world.owner.query('SELECT count(*) FROM bank_statement')).toMatchObject({ rows: before.rows });
  });
});

describe('who may', () => {
  it('another county sees nothing of it, and names nothing of this one', async () => {
    const [mine, theirs] = [await funded(world), await funded(world, { county: 'shuangbai' })];
    const office = finance();
    const view = await office.upload(await bankBook([['2020-07-01', '补助', 10, null, 10, '某单位', null, no()]]));
    const { status } = await world.call(one.GET, { as: 'shuangbaiClerk', params: { id: view.id } });
    expect(status).toBe(404);
    expect((await officeOf(world, 'shuangbaiClerk').apply(view)).status).toBe(404);
    const said = await office.decide(view, [receipt(view.rows[0] ?? { id: '' }, theirs)]);
    expect(codesOf(said.json)).toEqual(['bankImport.projectGone']);
    expect((await office.decide(view, [receipt(view.rows[0] ?? { id: '' }, mine)])).status).toBe(200);
  });

  it.each(['lufengTown', 'prefectureBureau'] as const)('%s may not', async (as) => {
    expect((await world.call(all.GET, { as })).status).toBe(403);
  });

  it('the database keeps what was applied, and confirms no other sum', async () => {
    const app = world.owner;
    const { rows } = await app.query(
      `SELECT l.id, l.county_id FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id WHERE s.status = 'applied' LIMIT 1`,
    );
    await expect(app.query(`UPDATE bank_line SET note = 'x' WHERE id = $1`, [rows[0]?.id])).rejects.toMatchObject({
      constraint: 'bank_line_kept',
    });
    await expect(app.query(`UPDATE bank_statement SET file_name = 'x' WHERE status = 'applied'`)).rejects.toMatchObject(
      { constraint: 'bank_statement_decided' },
    );
    await expect(app.query('DELETE FROM bank_match')).rejects.toThrow();
    const draft = await app.query(
      `SELECT l.id FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id WHERE s.status = 'draft' AND l.amount = 1000 LIMIT 1`,
    );
    await expect(
      app.query(
        `INSERT INTO bank_match (line_id, county_id, entry_id, matched_by) SELECT $1, $2, e.id, $2 FROM ledger_entry e WHERE e.kind = 'received' AND e.amount <> 1000 AND e.county_id = $2 LIMIT 1`,
        [draft.rows[0]?.id, rows[0]?.county_id],
      ),
    ).rejects.toMatchObject({ constraint: 'bank_match_sum' });
  });
});
