import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as ballots from '@/app/api/v1/rounds/[id]/ballots/route';
import * as marked from '@/app/api/v1/rounds/[id]/ballots/sheet/marked.xlsx/route';
import * as sheet from '@/app/api/v1/rounds/[id]/ballots/sheet/route';
import * as template from '@/app/api/v1/rounds/[id]/ballots/template.xlsx/route';
import * as close from '@/app/api/v1/rounds/[id]/close/route';
import * as round from '@/app/api/v1/rounds/[id]/route';
import type { SheetAnswer } from '@/lib/domain/votes/sheet-answers';
import { openedRound } from '@/tests/support/opened-round';
import { type Cells, workbookOf } from '@/tests/support/sheets';
import type { VoteCompound } from '@/tests/support/vote-compound';
import { makeWorld, type Person, type World } from '@/tests/support/world';
import { zipOf } from '@/tests/support/zip';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const COMMUNITY: Person = 'lufengCommunity';

const opened = (households = 12) => openedRound(world, households);

/** Sends a file, or pasted text, as the page does. */
async function send(id: string, what: Buffer | string, as: Person = COMMUNITY, channel = 'paper') {
  const path = `/api/v1/rounds/${id}/ballots/sheet?channel=${channel}`;
  const asText = typeof what === 'string';
  const answer = await world.call(sheet.POST, {
    as,
    method: 'POST',
    path,
    params: { id },
    ...(asText ? { body: { text: what } } : { rawBody: new Uint8Array(what) }),
    headers: asText
      ? {}
      : { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('登记表.xlsx') },
  });
  return { status: answer.status, json: answer.json as Json };
}
async function read(id: string, what: Buffer | string, channel?: string): Promise<SheetAnswer> {
  const { status, json } = await send(id, what, COMMUNITY, channel);
  expect(status, JSON.stringify(json)).toBe(200);
  return json;
}
const confirm = (id: string, answer: SheetAnswer, more: object[] = [], as: Person = COMMUNITY) =>
  world.call(ballots.POST, {
    as,
    method: 'POST',
    params: { id },
    body: {
      source: 'sheet',
      ballots: [...answer.rows.filter(({ state }) => state === 'new').map(({ input }) => input), ...more],
    },
    headers: { 'idempotency-key': `${answer.key}-1` },
  });
const tallyOf = async (id: string) =>
  ((await world.call(round.GET, { as: COMMUNITY, params: { id } })).json as Json).tally;
const errorsOf = ({ findings }: SheetAnswer) =>
  findings.filter(({ level }) => level === 'error').map(({ cell, code }) => [cell, code]);

async function templateOf(id: string): Promise<ExcelJS.Workbook> {
  const answer = await world.call(template.GET, { as: COMMUNITY, params: { id } });
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.response.arrayBuffer());
  return book;
}
const bytes = async (book: ExcelJS.Workbook) => Buffer.from(await book.xlsx.writeBuffer());

const HEAD: Cells = ['楼栋', '单元', '房号', '意见', '收集方式', '收集人'];
const rowOf = (compound: VoteCompound, at: number, choice: string, ...more: Cells): Cells => [
  `${Math.floor(at / 8) + 1}栋`,
  '1',
  compound.homes.find(({ id }) => id === compound.homes[at]?.id)?.room ?? '',
  choice,
  ...more,
];

describe('a sheet of ballots', () => {
  it('goes from the template to the count: filled in, read, confirmed, and nothing of it a second time', async () => {
    const { id, compound } = await opened();
    const book = await templateOf(id);
    const page = book.getWorksheet('表决票');
    if (!page) throw new Error('no sheet');
    expect(page.rowCount).toBe(13);
    expect(page.getRow(2).getCell(5).text).toBe('王*');
    expect(page.getColumn(15).hidden).toBe(true);
    expect(page.getCell('G2').dataValidation).toMatchObject({ type: 'list', formulae: ['"同意,不同意,弃权"'] });
    for (const [at, choice] of ['同意', '同意', '不同意', '弃权', '同意'].entries()) {
      page.getRow(at + 2).getCell(7).value = choice;
      page.getRow(at + 2).getCell(8).value = '上门';
    }
    page.getRow(2).getCell(12).value = '屋面渗漏修缮、C-R02';
    page.getRow(2).getCell(13).value = '屋顶漏水';
    const file = await bytes(book);

    const answer = await read(id, file);
    expect(answer).toMatchObject({
      sheet: '表决票',
      counts: { new: 5, same: 0, differs: 0, problem: 0, blank: 7 },
      errors: 0,
      before: { returned: 0 },
      after: { tally: { returned: 5, agreeHouseholds: 3, agreeArea: '264.99' } },
    });
    expect(answer.after.verdicts[0]?.measures[0]).toMatchObject({ of: 'households', part: '3', whole: '12' });
    expect((await tallyOf(id)).returned).toBe(0);

    const made = await confirm(id, answer);
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    expect((made.json as Json).tally).toEqual(answer.after.tally);
    const twice = await confirm(id, answer);
    expect(twice.json).toEqual(made.json);
    expect(await tallyOf(id)).toMatchObject({ returned: 5 });

    const again = await read(id, file);
    expect(again.counts).toMatchObject({ new: 0, same: 5, differs: 0 });
    expect(again.key).toBe(answer.key);
    // and the template of now says what stands
    const filled = await read(id, await bytes(await templateOf(id)));
    expect(filled.counts).toEqual({ new: 0, same: 5, differs: 0, problem: 0, blank: 7 });
    expect(compound.homes).toHaveLength(12);
  });

  it('shows what stands beside a row that says otherwise, and records what the person decides', async () => {
    const { id, compound } = await opened();
    const first = await read(
      id,
      await workbookOf({ 票: [HEAD, rowOf(compound, 0, '同意'), rowOf(compound, 1, '同意')] }),
      'door',
    );
    expect(first.rows[0]?.input?.channel).toBe('door');
    expect((await confirm(id, first)).status).toBe(201);
    const second = await read(
      id,
      await workbookOf({
        票: [HEAD, rowOf(compound, 0, '不同意'), rowOf(compound, 1, '√'), rowOf(compound, 2, '弃权')],
      }),
    );
    expect(second.counts).toMatchObject({ new: 1, same: 1, differs: 1 });
    const row = second.rows.find(({ state }) => state === 'differs');
    expect(row).toMatchObject({
      theirs: { choice: 'agree' },
      differences: [{ field: 'choice', mine: 'disagree', theirs: 'agree' }],
    });
    const corrected = { ...row?.input, replaces: row?.theirs?.ballotId, reason: '核对原票，登记有误' };
    const made = await confirm(id, second, [corrected]);
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    expect(await tallyOf(id)).toMatchObject({
      returned: 3,
      agreeHouseholds: 1,
      disagreeHouseholds: 1,
      abstainHouseholds: 1,
    });
  });

  it('reads what was pasted, and csv in both encodings of Chinese offices', async () => {
    const { id, compound } = await opened();
    const lines = [HEAD, rowOf(compound, 0, '同意', '上门', '李红'), rowOf(compound, 1, '×', '入户', '李红')];
    const text = lines.map((cells) => cells.join('\t')).join('\r\n');
    const pasted = await read(id, text);
    expect(pasted).toMatchObject({ sheet: 'CSV', counts: { new: 2 }, errors: 0 });
    expect(pasted.rows[1]?.input).toMatchObject({ choice: 'disagree', channel: 'door', collector: '李红' });
    const csv = lines.map((cells) => cells.join(',')).join('\n');
    expect((await read(id, Buffer.from(csv, 'utf8'))).counts.new).toBe(2);
    // 同意 in GB18030; a head of the words that matter, written by hand
    const gb = Buffer.concat([
      Buffer.from([0xb7, 0xbf, 0xba, 0xc5, 0x2c]), // 房号,
      Buffer.from([0xc2, 0xa5, 0xb6, 0xb0, 0x2c]), // 楼栋,
      Buffer.from([0xd2, 0xe2, 0xbc, 0xfb, 0x0a]), // 意见
      Buffer.from('101,1,', 'ascii'),
      Buffer.from([0xcd, 0xac, 0xd2, 0xe2, 0x0a]), // 同意
    ]);
    expect((await read(id, gb)).rows[0]).toMatchObject({
      state: 'new',
      where: '1栋 1单元 101',
      input: { choice: 'agree' },
    });
  });

  it('a messy sheet says every fault at its cell, and comes back marked', async () => {
    const { id, compound } = await opened();
    const file = await workbookOf({
      意见: [
        ['文化路小区第一次征求意见汇总'],
        HEAD,
        rowOf(compound, 0, '同意'),
        rowOf(compound, 1, '再说'),
        ['9栋', '1', '101', '同意'],
        rowOf(compound, 0, '不同意'),
        ['合计', null, null, 3],
      ],
      说明: [['本表由社区填写']],
    });
    const answer = await read(id, file);
    expect(errorsOf(answer)).toEqual([
      ['D4', 'cell.choice'],
      ['A5', 'voteSheet.building'],
      ['C6', 'voteSheet.twice'],
    ]);
    expect(answer.findings.find(({ code }) => code === 'voteSheet.otherSheets')?.message).toContain('说明');
    expect(answer.findings.every(({ message }) => !message.startsWith('reasons.'))).toBe(true);
    const back = await world.call(marked.POST, {
      as: COMMUNITY,
      method: 'POST',
      path: `/api/v1/rounds/${id}/ballots/sheet/marked.xlsx`,
      params: { id },
      rawBody: new Uint8Array(file),
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('汇总.xlsx') },
    });
    expect(back.status).toBe(200);
    expect(decodeURIComponent(back.headers.get('content-disposition') ?? '')).toContain('汇总-已标注.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await back.response.arrayBuffer());
    const page = book.getWorksheet('意见');
    for (const cell of ['D4', 'A5', 'C6'])
      expect(page?.getCell(cell).fill).toMatchObject({ fgColor: { argb: 'FFF8B4B4' } });
    expect(page?.getCell('D4').note).toBeTruthy();
    if (page) page.getCell('D4').value = '弃权';
    if (page) page.getCell('A5').value = '2栋';
    if (page) page.getCell('C6').value = compound.homes[2]?.room ?? '';
    const mended = await read(id, await bytes(book));
    expect(mended.errors).toBe(0);
    expect(mended.counts.new).toBe(4);
  });

  it('reads joined cells and results of formulas with a word of warning, hidden rows too, and no file with macros', async () => {
    const { id, compound } = await opened();
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('票');
    page.addRows([HEAD, rowOf(compound, 0, '同意'), rowOf(compound, 1, '同意'), rowOf(compound, 2, '同意')]);
    page.mergeCells('A2:A4');
    page.mergeCells('D2:D3');
    page.getCell('D4').value = { formula: 'D2', result: '不同意' };
    page.getRow(4).hidden = true;
    const answer = await read(id, await bytes(book));
    expect(answer.rows.map(({ where, input }) => [where, input?.choice])).toEqual([
      ['1栋 1单元 101', 'agree'],
      ['1栋 1单元 102', 'agree'],
      ['1栋 1单元 201', 'disagree'],
    ]);
    expect(answer.findings.map(({ level, cell, code }) => [level, cell, code])).toEqual([
      ['warning', 'D3', 'import.cell.merged'],
      ['warning', null, 'voteSheet.hiddenRow'],
      ['warning', 'D4', 'import.cell.formula'],
    ]);
    const macros = zipOf([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/vbaProject.bin', Buffer.from('x')],
    ]);
    expect((await send(id, macros)).json.reasons[0].code).toBe('import.file.macros');
  });

  it('two officers with the same household: the second is shown the first, and nothing of hers is lost', async () => {
    const { id, compound } = await opened();
    const [mine, theirs] = [
      await read(id, await workbookOf({ 票: [HEAD, rowOf(compound, 0, '不同意'), rowOf(compound, 1, '同意')] })),
      await read(id, await workbookOf({ 票: [HEAD, rowOf(compound, 0, '同意')] })),
    ];
    expect((await confirm(id, theirs, [], 'lufengClerk')).status).toBe(201);
    const late = await confirm(id, mine);
    expect([late.status, (late.json as Json).code]).toEqual([409, 'ballot_exists']);
    expect(await tallyOf(id)).toMatchObject({ returned: 1 });
    const again = await read(
      id,
      await workbookOf({ 票: [HEAD, rowOf(compound, 0, '不同意'), rowOf(compound, 1, '同意')] }),
    );
    expect(again.counts).toMatchObject({ new: 1, differs: 1 });
    const row = again.rows.find(({ state }) => state === 'differs');
    const beside = { ...row?.input, beside: row?.theirs?.ballotId, reason: '两张票不同，留存备查' };
    expect((await confirm(id, again, [beside])).status).toBe(201);
    expect(await tallyOf(id)).toMatchObject({ returned: 2, agreeHouseholds: 2 });
  });

  it('writes text as text, whatever it begins with', async () => {
    const { id, compound } = await opened(1);
    await world.owner.query(`ALTER TABLE vote_roll DISABLE TRIGGER USER`);
    await world.owner.query(`UPDATE vote_roll SET room = '=1+1', building_name = '@SUM(A1)' WHERE round_id = $1`, [id]);
    await world.owner.query(`ALTER TABLE vote_roll ENABLE TRIGGER USER`);
    const book = await templateOf(id);
    const page = book.getWorksheet('表决票');
    expect(page?.getCell('C2').type).toBe(ExcelJS.ValueType.String);
    expect(page?.getCell('A2').value).toBe('@SUM(A1)');
    if (page) page.getCell('G2').value = '同意';
    expect((await read(id, await bytes(book))).rows[0]).toMatchObject({
      state: 'new',
      householdId: compound.homes[0]?.id,
    });
  });

  it('is refused where it does not belong: another county, a closed round, a file that is none, one of another round', async () => {
    const { id, compound } = await opened();
    const file = await workbookOf({ 票: [HEAD, rowOf(compound, 0, '同意')] });
    expect((await send(id, file, 'shuangbaiClerk')).status).toBe(404);
    expect((await send(id, file, 'lufengTown')).status).toBe(403);
    const picture = await send(id, Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
    expect([picture.status, picture.json.reasons[0].code]).toEqual([422, 'import.file.picture']);
    expect((await send(id, Buffer.alloc(0))).status).toBe(400);
    expect((await send(id, Buffer.alloc(5 * 1024 * 1024 + 1, 65))).status).toBe(413);
    const other = await opened();
    const foreign = await templateOf(other.id);
    const page = foreign.getWorksheet('表决票');
    if (page) page.getCell('G2').value = '同意';
    expect(errorsOf(await read(id, await bytes(foreign)))[0]).toEqual(['O2', 'voteSheet.otherRound']);
    const { version } = (await world.call(round.GET, { as: COMMUNITY, params: { id } })).json as Json;
    const closed = await world.call(close.POST, {
      as: COMMUNITY,
      method: 'POST',
      params: { id },
      headers: { 'if-match': `"${version}"` },
    });
    expect(closed.status, JSON.stringify(closed.json)).toBe(200);
    const late = await send(id, file);
    expect([late.status, late.json.reasons[0].code]).toEqual([422, 'vote.roundNotOpen.closed']);
  });

  it('takes two thousand ballots at once', async () => {
    const { id } = await opened(2_000);
    const book = await templateOf(id);
    const page = book.getWorksheet('表决票');
    for (let row = 2; row <= 2_001; row++)
      if (page) page.getRow(row).getCell(7).value = row % 4 === 0 ? '不同意' : '同意';
    const answer = await read(id, await bytes(book), 'door');
    expect(answer).toMatchObject({ errors: 0, counts: { new: 2_000 } });
    const made = await confirm(id, answer);
    expect(made.status, JSON.stringify(made.json).slice(0, 300)).toBe(201);
    expect(await tallyOf(id)).toMatchObject({ returned: 2_000, agreeHouseholds: 1_500 });
  }, 120_000);
});
