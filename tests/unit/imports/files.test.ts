import { describe, expect, it } from 'vitest';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';
import { readFile } from '@/lib/server/imports/reading/read-file';
import type { ReadMessage } from '@/lib/server/imports/types';
import { bareWorkbook } from '@/tests/support/bare-workbook';
import { asFile, type Cells, metaSheet, realList, workbookOf } from '@/tests/support/sheets';
import { zipOf } from '@/tests/support/zip';

async function read(bytes: Uint8Array, fileName = '摸底表.xlsx') {
  const path = await asFile(bytes);
  const messages: ReadMessage[] = [];
  const task = {
    path,
    fileName,
    countyCode: '532302',
    countyName: '禄丰市',
    facilities: [{ key: 'roads', name: '道路整治' }],
    mapping: null,
  };
  for await (const message of readFile(task)) messages.push(message);
  const rows: SheetRecord[] = [];
  const problems: Problem[] = [];
  let refused: string | undefined;
  for (const message of messages) {
    if (message.type === 'refused') refused = message.reason.code;
    if (message.type !== 'rows') continue;
    rows.push(...message.rows);
    problems.push(...message.problems, ...message.rows.flatMap((row) => row.problems));
  }
  return { messages, rows, problems, refused, codes: problems.map(({ code }) => code) };
}

const header: Cells = ['小区名称*', '建成年份', '户数', '建筑面积（㎡）', '合法产权'];
const ours = (rows: Cells[], more: Record<string, Cells[]> = {}) =>
  workbookOf({ ...metaSheet('532302', '禄丰市'), 小区: [header, ...rows], ...more });

describe('files that are no workbook get a clear answer', () => {
  const compound = (text: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(600),
      Buffer.from(text, 'utf16le'),
      Buffer.alloc(64),
    ]);
  it.each([
    ['an old .xls whatever it is called', compound('Workbook'), 'import.file.xls'],
    ['a password', compound('EncryptedPackage'), 'import.file.password'],
    ['a Word file of the old kind', compound('WordDocument'), 'import.file.notWorkbook'],
    ['an empty file', Buffer.alloc(0), 'import.file.empty'],
    ['a web page renamed', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'import.file.html'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'import.file.notWorkbook'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'import.file.picture'],
    ['half a zip', Buffer.from('PK\u0003\u0004 and then nothing'), 'import.file.damaged'],
    ['a zip of something else', zipOf([['a.txt', Buffer.from('a')]]), 'import.file.archive'],
    ['an encrypted zip', zipOf([['xl/workbook.xml', Buffer.from('a')]], true), 'import.file.password'],
    [
      'macros',
      zipOf([
        ['xl/workbook.xml', Buffer.from('<workbook/>')],
        ['xl/vbaProject.bin', Buffer.from('x')],
      ]),
      'import.file.macros',
    ],
    ['a zip bomb', zipOf([['xl/workbook.xml', Buffer.alloc(40 * 1024 * 1024, 32)]]), 'import.file.bomb'],
    [
      'entities in the XML',
      zipOf([
        ['xl/workbook.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>')],
        ['xl/_rels/workbook.xml.rels', Buffer.from('<!DOCTYPE a><x/>')],
      ]),
      'import.file.damaged',
    ],
  ])('%s', async (_, bytes, code) => {
    expect((await read(bytes)).refused).toBe(code);
  });
});

describe('whose workbook, and of which year', () => {
  it("another county's is not read", async () => {
    const bytes = await workbookOf({
      ...metaSheet('532322', '双柏县'),
      小区: [header, ['文化路小区', 1990, 1, 1, '是']],
    });
    const { refused, rows } = await read(bytes);
    expect([refused, rows.length]).toEqual(['import.file.otherCounty', 0]);
  });

  it("last year's is read by its headers, and says what is missing", async () => {
    const bytes = await workbookOf({
      ...metaSheet('532302', '禄丰市', '2024.1'),
      小区: [
        ['小区', '建成年代', '旧列'],
        ['文化路小区', 1990, 'x'],
      ],
    });
    const { rows, codes, problems } = await read(bytes);
    expect(rows[0]?.values).toEqual({ name: '文化路小区', yearBuilt: 1990 });
    expect(codes).toEqual(
      expect.arrayContaining(['import.file.olderTemplate', 'import.column.missing', 'import.column.unknown']),
    );
    expect(problems.find(({ code }) => code === 'import.column.unknown')?.cell).toBe('C1');
  });

  it('a csv named .xlsx is read as what it is, in GB18030 too', async () => {
    const { messages } = await read(Buffer.from('小区名称,户数,建成年份\n文化路小区,20,1990\n'));
    expect(messages[0]?.type).toBe('proposal');
    const gb = Buffer.from([
      0xd0, 0xa1, 0xc7, 0xf8, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0a, 0xce, 0xc4, 0x2c, 0x31, 0x0a,
    ]);
    expect((await read(gb, '名单.csv')).messages[0]).toMatchObject({
      proposal: { sheets: [{ columns: [{ header: '小区名称' }, { header: '户数' }] }] },
    });
  });

  it('a list without a header says so', async () => {
    expect(
      (
        await read(
          await workbookOf({
            表: [
              ['甲', '乙'],
              [1, 2],
            ],
          }),
        )
      ).refused,
    ).toBe('import.file.noHeader');
  });
});

describe('messy sheets', () => {
  it('reads what clerks write and keeps row numbers true', async () => {
    const { rows, problems } = await read(
      await ours([
        [],
        ['文化路小区', '1998年', '１０５户', '1.3万㎡', '√'],
        [],
        ['农机厂', new Date(Date.UTC(1989, 4, 1)), ' 80 ', '约 13000平方米', '无'],
      ]),
    );
    expect(rows.map(({ rowNo, values }) => ({ rowNo, ...values }))).toEqual([
      {
        rowNo: 3,
        name: '文化路小区',
        yearBuilt: 1998,
        statedHouseholds: 105,
        statedFloorArea: '13000.00',
        legalTitle: true,
      },
      {
        rowNo: 5,
        name: '农机厂',
        yearBuilt: 1989,
        statedHouseholds: 80,
        statedFloorArea: '13000.00',
        legalTitle: false,
      },
    ]);
    expect(problems.find(({ code }) => code === 'cell.approximate')?.cell).toBe('D5');
  });

  it('names every cell that it cannot read, not the first ten', async () => {
    const { problems } = await read(
      await ours(Array.from({ length: 30 }, (_, n) => [`小区${n}`, '九几年', '很多', '不详', '也许'])),
    );
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(120);
    expect(errors.at(-1)).toMatchObject({
      sheet: '小区',
      cell: 'E31',
      code: 'cell.boolean',
      params: { found: '也许' },
    });
  });

  it('reads a formula by its cached value and says so; one without a value is an error', async () => {
    const { rows, codes } = await read(
      await ours([
        ['甲小区', 1990, { formula: 'SUM(1,2)', result: 3 }, { formula: "'[别处.xlsx]表'!A1", result: 7 }, '是'],
        ['乙小区', 1990, { formula: 'A9' }, 1, '是'],
      ]),
    );
    expect(rows[0]?.values).toMatchObject({ statedHouseholds: 3, statedFloorArea: '7.00' });
    expect(codes.filter((code) => code === 'import.cell.formula')).toHaveLength(2);
    expect(codes).toContain('import.cell.formulaError');
  });

  it('text that begins with = + - @ stays text', async () => {
    const bytes = await workbookOf({
      ...metaSheet('532302', '禄丰市'),
      小区: [
        ['小区名称*', '地址', '备注'],
        ['甲', '=1+1', '@here'],
        ['乙', '+86', '-x'],
      ],
    });
    expect((await read(bytes)).rows.map(({ values }) => [values.address, values.remarks])).toEqual([
      ['=1+1', '@here'],
      ['+86', '-x'],
    ]);
  });

  it('sum rows, repeated headers and examples are read over, and said so', async () => {
    const { rows, codes } = await read(
      await ours([['示例小区', 1990, 1, 1, '是'], ['甲小区', 1990, 1, 1, '是'], header, ['合计', null, 1, 1, null]]),
    );
    expect(rows).toHaveLength(1);
    expect(codes).toEqual(expect.arrayContaining(['import.row.example', 'import.row.header', 'import.row.sum']));
  });

  it('the real list: title, units, header in row 4, columns and units proposed', async () => {
    const { messages } = await read(await realList());
    expect(messages[0]).toMatchObject({
      type: 'proposal',
      proposal: {
        sheets: [
          {
            headerRow: 4,
            title: '2021年老旧小区改造计划表',
            columns: [
              {},
              { field: 'name' },
              {},
              {},
              { field: 'statedFloorArea', unit: 'm2' },
              { field: 'plannedInvestment', unit: 'wan' },
              {},
            ],
          },
        ],
      },
    });
  });

  it('cells joined downwards hold for every row they span, and each row says so', async () => {
    const book = bareWorkbook(
      {
        小区: [
          ['小区名称', '建成年份'],
          ['文化路小区', 1990],
        ],
        楼栋: [
          ['小区名称', '楼栋', '层数'],
          ['文化路小区', '1栋', 6],
          [null, '2栋', 6],
          [null, '3栋', 5],
          ['', '4栋', 5],
        ],
      },
      { 楼栋: ['A2:A4'] },
    );
    const { rows, problems } = await read(book);
    const buildings = rows.filter(({ entity }) => entity === 'building');
    expect(buildings.map(({ values }) => values.compound)).toEqual(['文化路小区', '文化路小区', '文化路小区', null]);
    const said = problems.filter(({ code }) => code === 'import.cell.merged').map(({ cell }) => cell);
    expect(said).toEqual(['A3', 'A4']);
  });

  it('thousands of joined cells, each for its own rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => [`${n}号院`, n % 2 ? null : 1900 + (n % 100)]);
    const merges = Array.from({ length: 5_000 }, (_, n) => `B${2 * n + 2}:B${2 * n + 3}`);
    const found = await read(
      bareWorkbook({ 小区: [['小区名称', '建成年份'], ...rows], 楼栋: [['小区名称', '楼栋']] }, { 小区: merges }),
    );
    expect(found.rows.map(({ values }) => values.yearBuilt)).toEqual(rows.map((_, n) => 1900 + ((n - (n % 2)) % 100)));
  });

  it('100,000 rows are read, each with its number', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => [`${n}号院`, 1990]);
    const whole = await read(bareWorkbook({ 小区: [['小区名称', '建成年份'], ...rows], 楼栋: [['小区名称', '楼栋']] }));
    expect([whole.rows.length, whole.rows.at(-1)?.rowNo, whole.refused]).toEqual([100_000, 100_001, undefined]);
  });

  it('dates as text and as days, and marks for yes and no', async () => {
    const words = ['是', '否', '√', '有', '无', '×'];
    const years = ['1989-05-01', '1989年5月', '1989/5/1', '1989.5', '一九八九年', '１９８９年'];
    const { rows } = await read(await ours(words.map((word, n) => [`${n}号院`, years[n] ?? null, 1, 1, ` ${word} `])));
    expect(rows.map(({ values }) => values.legalTitle)).toEqual([true, false, true, true, false, false]);
    expect(rows.map(({ values }) => values.yearBuilt).slice(0, 4)).toEqual([1989, 1989, 1989, 1989]);
    expect(rows.at(-1)?.values.yearBuilt).toBe(1989);
  });
});
