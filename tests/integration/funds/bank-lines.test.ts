import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as entryReverse from '@/app/api/v1/funds/entries/[id]/reverse/route';
import { insert, makeWorld, type World } from '../../support/world';
import {
  accepted,
  bankBook,
  codesOf,
  entriesOf,
  type Funded,
  freshNumbers,
  funded,
  officeOf,
  receipt,
} from './statements';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const finance = () => officeOf(world);
const no = freshNumbers('L');

const yearOf = async () =>
  (await world.owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020')).rows[0] ?? { id: '' };

describe('one line for several entries', () => {
  const part = (project: Funded, amount: string, more: object = {}) => ({
    ...{ decision: 'receipt', projectId: project.id, source: 'central', amount },
    ...more,
  });
  const partMatches = async (lineId: string | undefined) =>
    (
      await world.owner.query(
        `SELECT m.part, e.kind, e.amount::int AS amount, e.voucher_no AS no, m.order_id IS NOT NULL AS asked FROM bank_match m LEFT JOIN ledger_entry e ON e.id = m.entry_id WHERE m.line_id = $1 ORDER BY 1`,
        [lineId],
      )
    ).rows;

  it('a transfer of the treasury for two projects, a part of it nobody’s: each project receives its own, and the bank confirms each', async () => {
    const [one, two] = [await funded(world), await funded(world, { received: 4_000n })];
    const office = finance();
    const serialNo = no();
    const view = await office.upload(
      await bankBook([['2020-03-02', '拨款', 150, null, 150, '禄丰市财政局', null, serialNo]]),
    );
    const [line] = view.rows;
    // what is booked already can be one of the parts
    const booked = view.free.find(({ amount, project }) => amount === '40.00' && project === two.name);
    const split = (parts: object[]) => office.decide(view, [{ lineId: line?.id, decision: 'split', parts }]);
    const confirmed = { decision: 'entry', entryId: booked?.id, amount: '40.00' };
    const own = [part(one, '100.00'), confirmed, { decision: 'outside', reason: '代收款', amount: '10.00' }];
    expect((await split([part(one, '100.00'), confirmed])).json.reasons).toMatchObject([
      { code: 'bankImport.partsDiffer', params: { sum: '140.00', amount: '150.00' }, field: 'decisions.0.parts' },
    ]);
    expect(codesOf((await split([part(one, '110.00'), { ...confirmed, amount: '40.01' }])).json)).toEqual([
      'bankImport.partsDiffer',
      'bankImport.otherSum',
    ]);
    expect(codesOf((await split([part(one, '150.00')])).json)).toEqual(['input.tooShort']);
    expect(codesOf((await split([part(one, '-1.00'), part(one, '151.00')])).json)).toEqual(['money.negative']);
    const said = await split(own);
    expect(said.json, JSON.stringify(said.json)).toMatchObject({ version: view.version + 1 });
    expect((await office.view(view.id)).rows[0]).toMatchObject({
      state: 'decided',
      decision: { decision: 'split', parts: [{ project: one.name, amount: '100.00' }, {}, { reason: '代收款' }] },
    });
    const applied = await office.apply(said.json);
    expect(applied.json.counts, JSON.stringify(applied.json)).toEqual({
      ...{ written: 1, asked: 0, confirmed: 1, outside: 1, known: 0 },
    });
    expect(await partMatches(line?.id)).toEqual([
      { part: 1, kind: 'received', amount: 10_000, no: `${serialNo}-1`, asked: false },
      { part: 2, kind: 'received', amount: 4_000, no: booked?.voucherNo, asked: false },
    ]);
    expect((await entriesOf(world, one.id)).at(-1)).toMatchObject({ kind: 'received', amount: '10000' });

    // each part leads to its own entry, the one that is nobody's to none
    const made = (await entriesOf(world, one.id)).at(-1);
    const [splitLine] = (await office.view(view.id)).rows;
    expect(splitLine?.decision?.booked).toBeNull();
    expect(splitLine?.decision?.parts?.map(({ booked: of }) => of)).toEqual([
      { type: 'entry', id: made?.id, voucherNo: `${serialNo}-1`, day: '2020-03-02', status: null },
      { type: 'entry', id: booked?.id, voucherNo: booked?.voucherNo, day: booked?.day, status: null },
      null,
    ]);

    // an entry of a part that is taken back is told, as of a line by itself
    const entry = (await office.view(view.id)).rows[0]?.decision?.parts?.[0]?.entryId ?? '';
    const back = await world.call(entryReverse.POST, {
      ...{ as: 'lufengFinance', method: 'POST', params: { id: entry } },
      body: { entryOn: '2020-05-11', voucherNo: no(), note: '记错' },
    });
    expect(back.status).toBe(201);
    expect((await office.view(view.id)).rows[0]?.decision).toMatchObject({ reversed: { day: '2020-05-11' } });
  });

  it('one part that the books refuse, and nothing of the line is written', async () => {
    const [one, two] = [await funded(world), await funded(world, { allocated: 3_000n })];
    const office = finance();
    const view = await office.upload(await bankBook([['2020-05-02', '拨款', 90, null, 90, '某单位', null, no()]]));
    const parts = [part(one, '50.00'), part(two, '40.00')];
    const said = await office.decide(view, [{ lineId: view.rows[0]?.id, decision: 'split', parts }]);
    const refused = await office.apply(said.json);
    expect(refused.json.reasons).toMatchObject([
      { code: 'fund.beyondAllocated', field: expect.stringMatching(/^rows\.\d+\.parts\.1\.amount$/) },
    ]);
    for (const { id } of [one, two])
      expect((await entriesOf(world, id)).map(({ kind }) => kind)).toEqual(['allocated']);
    const again = await office.decide(said.json, [{ lineId: view.rows[0]?.id, decision: 'undecided' }]);
    expect((await office.view(view.id)).rows[0]?.decision).toBeNull();
    const right = await office.decide(again.json, [
      { lineId: view.rows[0]?.id, decision: 'split', parts: [part(one, '60.00'), part(two, '30.00')] },
    ]);
    expect((await office.apply(right.json)).status).toBe(200);
    for (const { id } of [one, two])
      expect((await entriesOf(world, id)).map(({ kind }) => kind)).toEqual(['allocated', 'received']);
  });

  it('an entry stands beside one part, and another county’s project is not there', async () => {
    const [mine, theirs] = [await funded(world, { received: 2_000n }), await funded(world, { county: 'shuangbai' })];
    const office = finance();
    const view = await office.upload(await bankBook([['2020-03-02', '拨款', 40, null, 40, '某单位', null, no()]]));
    const entryId = view.free.find(({ project }) => project === mine.name)?.id;
    const both = { decision: 'entry', entryId, amount: '20.00' };
    const split = (parts: object[]) => office.decide(view, [{ lineId: view.rows[0]?.id, decision: 'split', parts }]);
    expect(codesOf((await split([both, both])).json)).toEqual(['bankImport.targetTwice']);
    expect((await split([both, part(theirs, '20.00')])).json.reasons).toMatchObject([
      { code: 'bankImport.projectGone', field: 'decisions.0.parts.1.projectId' },
    ]);
  });

  it('the database keeps the parts whole, and each match to its part', async () => {
    const project = await funded(world, { received: 1_100n });
    const view = await finance().upload(await bankBook([['2020-03-02', '拨款', 22, null, 22, '某单位', null, no()]]));
    const id = view.rows[0]?.id;
    const say = (parts: object[]) =>
      world.owner.query(`UPDATE bank_line SET decision = 'split', parts = $2::jsonb WHERE id = $1`, [
        id,
        JSON.stringify(parts),
      ]);
    for (const wrong of [
      [{ amount: '1100' }, { amount: '1101' }],
      [{ amount: '2200' }],
      [{ amount: '2300' }, { amount: '-100' }],
    ])
      await expect(say(wrong)).rejects.toMatchObject({ constraint: 'bank_line_whole' });
    await say([{ amount: '1100' }, { amount: '1100' }]);
    const match = (part: number) =>
      world.owner.query(
        `INSERT INTO bank_match (line_id, part, county_id, entry_id, matched_by) SELECT $1, $2, county_id, id, created_by FROM ledger_entry WHERE project_id = $3 AND kind = 'received'`,
        [id, part, project.id],
      );
    await expect(match(0)).rejects.toMatchObject({ constraint: 'bank_match_part' });
    await expect(match(3)).rejects.toMatchObject({ constraint: 'bank_match_sum' });
    await match(2);
  });
});

describe('what the bank takes back', () => {
  const reversed = (id: string, voucherNo: string) =>
    world.call(entryReverse.POST, {
      ...{ as: 'lufengFinance', method: 'POST', params: { id } },
      body: { entryOn: '2020-05-11', voucherNo, note: '银行冲正' },
    });
  const entryOf = async (projectId: string, kind: string) =>
    (
      await world.owner.query<{ id: string }>('SELECT id FROM ledger_entry WHERE project_id = $1 AND kind = $2', [
        projectId,
        kind,
      ])
    ).rows[0]?.id ?? '';

  it('is read as money going the other way, and confirms the reversal of the books; the former import says that it was taken back', async () => {
    const project = await funded(world);
    const office = finance();
    const came = await office.upload(
      await bankBook([['2020-05-10', `${project.name}补助`, 300, null, 300, '禄丰市财政局', null, no()]]),
      '五月.xlsx',
    );
    const said = await office.decide(came, [receipt(came.rows[0] ?? { id: '' }, project)]);
    expect((await office.apply(said.json)).status).toBe(200);
    const back = await bankBook([['2020-05-12', '冲正', -300, null, 0, '禄丰市财政局', null, no()]]);
    const early = await office.upload(back, '冲正.xlsx');
    expect(early).toMatchObject({
      errors: 0,
      sumOut: '300.00',
      findings: [{ level: 'info', code: 'fundSheet.redLine' }],
    });
    expect(early.rows[0]).toMatchObject({ amount: '-300.00', hints: [{ code: 'reversal' }] });

    expect((await reversed(await entryOf(project.id, 'received'), no())).status).toBe(201);
    const view = await office.view(early.id);
    expect(view.rows[0]).toMatchObject({ state: 'found', hints: [], match: { chosen: { target: { type: 'entry' } } } });
    const confirmed = await office.decide(view, accepted(view));
    expect((await office.apply(confirmed.json)).json.counts).toMatchObject({ written: 0, confirmed: 1 });
    const { rows } = await world.owner.query(
      'SELECT e.kind FROM bank_match m JOIN ledger_entry e ON e.id = m.entry_id WHERE e.project_id = $1 ORDER BY 1',
      [project.id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['received', 'reversed']);
    expect((await office.view(came.id)).rows[0]?.decision).toMatchObject({ reversed: { day: '2020-05-11' } });
    expect((await office.view(early.id)).rows[0]?.decision).toMatchObject({ reversed: null });
  });

  it('the database confirms a reversal the other way only', async () => {
    const project = await funded(world, { received: 7_000n });
    const office = finance();
    expect((await reversed(await entryOf(project.id, 'received'), no())).status).toBe(201);
    const view = await office.upload(await bankBook([['2020-05-12', '拨款', 70, null, 70, '某单位', null, no()]]));
    await expect(
      world.owner.query(
        'INSERT INTO bank_match (line_id, county_id, entry_id, matched_by) SELECT $1, county_id, id, created_by FROM ledger_entry WHERE id = $2',
        [view.rows[0]?.id, await entryOf(project.id, 'reversed')],
      ),
    ).rejects.toMatchObject({ constraint: 'bank_match_sum' });
  });
});

it('money of the county that no project has yet is pointed at: it is assigned first', async () => {
  await insert(world.owner, 'ledger_entry', {
    ...{
      county_id: world.lufeng.id,
      programme_year_id: (await yearOf()).id,
      kind: 'allocated',
      source: 'local',
      fund_kind: 'province',
    },
    ...{
      earmark: 'general',
      amount: 12_300,
      entry_on: '2020-03-01',
      voucher_no: no(),
      created_by: world.actors.lufengFinance.accountId,
    },
  });
  const view = await finance().upload(
    await bankBook([
      ['2020-08-01', '省级补助', 123, null, 123, '楚雄州财政局', null, no()],
      ['2020-08-02', '省级补助', 123.01, null, 246.01, '楚雄州财政局', null, no()],
    ]),
  );
  const pot = { source: 'local', kind: 'province', earmark: 'general', there: '123.00' };
  expect(view.rows.map(({ hints }) => hints)).toEqual([[{ code: 'pool', ...pot }], []]);
});
