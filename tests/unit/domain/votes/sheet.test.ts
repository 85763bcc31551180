import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { type GridRow, readSheet, type SheetFacts, type Standing } from '@/lib/domain/votes/sheet';
import { cellsOf, templateFields } from '@/lib/domain/votes/sheet-cells';
import { FIELD_LABELS } from '@/lib/domain/votes/sheet-columns';
import { SheetHomes, splitWhere } from '@/lib/domain/votes/sheet-homes';
import { readWanted, wantedText } from '@/lib/domain/votes/sheet-words';
import { CHANNELS, CHOICES } from '@/lib/domain/votes/types';

const menu = chuxiong2020.menu.map(({ code, name }) => ({ code, name }));
const NOW = new Date('2026-11-26T08:00:00Z');
const homes = ['1栋', '2栋', '3号楼'].flatMap((buildingName) =>
  ['1', '2'].flatMap((unitNo) =>
    ['101', '102', '201'].map((room) => ({ id: `${buildingName}/${unitNo}/${room}`, buildingName, unitNo, room })),
  ),
);

const facts = (more: Partial<SheetFacts> = {}): SheetFacts => ({
  round: { id: 'r1', code: 'X-1-1', status: 'open', round: 1, openedAt: new Date('2026-11-10T00:00:00Z'), now: NOW },
  homes,
  forms: [
    { formNo: 'X-1-1-0001', householdId: '1栋/1/101', voided: false },
    { formNo: 'X-1-1-0002', householdId: '1栋/1/102', voided: true },
  ],
  menu,
  standing: new Map(),
  channel: 'paper',
  ...more,
});
const grid = (...rows: unknown[][]): GridRow[] => rows.map((cells, at) => ({ rowNo: at + 1, cells }));
const read = (rows: unknown[][], more: Partial<SheetFacts> = {}) => readSheet(grid(...rows), facts(more));
const HEAD = ['楼栋', '单元', '房号', '意见'];
const errors = (result: ReturnType<typeof readSheet>) =>
  result.findings.filter(({ level }) => level === 'error').map(({ cell, code }) => [cell, code]);

describe('which dwelling a row means', () => {
  const known = new SheetHomes(homes);
  it.each([
    ['1栋', '1', '101'],
    ['1幢', '一单元', '101室'],
    ['一号楼', '1单元', '１０１'],
    ['第1栋', '01', '101号'],
  ])('%s %s %s is 1栋 1 101', (building, unitNo, room) => {
    expect(known.find({ building, unitNo, room })).toEqual({ home: homes[0] });
  });

  it('never guesses: two that it may be are none, and what is not there says what is wrong', () => {
    expect(known.find({ building: '1栋', unitNo: '', room: '101' })).toEqual({ code: 'ambiguous' });
    expect(known.find({ building: '9栋', unitNo: '1', room: '101' })).toEqual({ code: 'building' });
    expect(known.find({ building: '1栋', unitNo: '1', room: '999' })).toEqual({ code: 'room' });
    expect(known.find({ building: '1栋', unitNo: '1', room: '' })).toEqual({ code: 'unnamed' });
    const twins = new SheetHomes([
      { id: 'a', buildingName: '1栋', unitNo: '1', room: '101' },
      { id: 'b', buildingName: '1号楼', unitNo: '1', room: '101' },
    ]);
    expect(twins.find({ building: '1幢', unitNo: '1', room: '101' })).toEqual({ code: 'ambiguous' });
    expect(twins.find({ building: '1号楼', unitNo: '1', room: '101' })).toMatchObject({ home: { id: 'b' } });
  });

  it.each(['1栋2单元201室', '1-2-201', '1幢二单元201', '1号楼2单元201'])('reads %s in one cell', (text) => {
    expect(known.findWhere(text)).toMatchObject({ home: { id: '1栋/2/201' } });
  });

  it('splits without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof splitWhere(text).room === 'string'));
  });
});

describe('a sheet as offices write it', () => {
  it('reads ticks, words and widths, and says nothing of rows that were not returned', () => {
    const result = read([
      ['文化路小区意见汇总表'],
      ['楼栋', '单元', '房号', '是否同意改造', '收集方式', '日期', '收集人'],
      ['1栋', '1单元', '101', '√', '入户', new Date('2026-11-20T00:00:00Z'), '李红'],
      ['1栋', '1单元', '102', '×', '', '2026年11月21日', ''],
      ['1栋', '1单元', '201', '弃权', '微信', '2026/11/22', ''],
      ['2栋', '1', '101', 1, '', '', ''],
      ['2栋', '1', '102', '', '', '', ''],
      ['合计', '', '', 4, '', '', ''],
    ]);
    expect(errors(result)).toEqual([]);
    expect(result.blank).toBe(1);
    expect(
      result.rows.map(({ input }) => [input?.householdId, input?.choice, input?.channel, input?.collectedAt]),
    ).toEqual([
      ['1栋/1/101', 'agree', 'door', '2026-11-20T04:00:00.000Z'],
      ['1栋/1/102', 'disagree', 'paper', '2026-11-21T04:00:00.000Z'],
      ['1栋/1/201', 'abstain', 'online', '2026-11-22T04:00:00.000Z'],
      ['2栋/1/101', 'agree', 'paper', undefined],
    ]);
    expect(result.rows[0]?.input?.collector).toBe('李红');
    expect(result.findings).toEqual([
      { level: 'info', rowNo: 8, cell: null, code: 'import.row.sum', params: { found: '合计' } },
    ]);
  });

  it('reads a head in two lines with a column for each answer, and refuses two ticks', () => {
    const result = read([
      ['楼栋', '单元', '房号', '表决意见', null, null],
      ['楼栋', '单元', '房号', '同意', '不同意', '弃权'],
      ['1栋', '1', '101', '√', null, null],
      ['1栋', '1', '102', null, '√', null],
      ['1栋', '1', '201', '√', null, '√'],
    ]);
    expect(result.rows.map(({ input }) => input?.choice)).toEqual(['agree', 'disagree', undefined]);
    expect(errors(result)).toEqual([['F5', 'voteSheet.twoChoices']]);
  });

  it('finds a household by the number of its form, and refuses forms of others, void ones and unknown ones', () => {
    const head = ['意见表编号', '房号', '楼栋', '单元', '意见'];
    const good = read([head, ['x-1-1-0001', '', '', '', '同意']]);
    expect(good.rows[0]).toMatchObject({ state: 'new', input: { householdId: '1栋/1/101', formNo: 'X-1-1-0001' } });
    const bad = read([
      head,
      ['X-1-1-0001', '201', '1栋', '1', '同意'],
      ['X-1-1-0002', '', '', '', '同意'],
      ['X-1-1-9999', '', '', '', '同意'],
      ['', '', '', '', '同意'],
    ]);
    expect(errors(bad).sort()).toEqual([
      ['A2', 'vote.formOfOtherHome'],
      ['A3', 'vote.formVoid'],
      ['A4', 'vote.formUnknown'],
      ['B5', 'voteSheet.unnamed'],
    ]);
    expect(bad.rows.every(({ input, state }) => input === null && state === 'problem')).toBe(true);
  });

  it('names every problem at its cell', () => {
    const result = read([
      [...HEAD, '收集方式', '收集日期', '改造需求', '轮次编号'],
      ['9栋', '1', '101', '同意', '', '', '', ''],
      ['1栋', '1', '999', '同意', '', '', '', ''],
      ['1栋', '1', '101', '大概同意', '', '', '', ''],
      ['1栋', '1', '102', '同意', '飞鸽', '11月20日', '游泳池', 'Y-1-1'],
      ['1栋', '2', '101', '同意', '', '2026-12-20', '消防设施', ''],
      ['2栋', '1', '101', '同意', '', '2026-01-05', '', ''],
      ['2栋', '1', '101', '同意', '', '', '', ''],
      ['3号楼', '1', '101', '', '上门', '', '', ''],
    ]);
    expect(errors(result)).toEqual(
      expect.arrayContaining([
        ['A2', 'voteSheet.building'],
        ['C3', 'voteSheet.room'],
        ['D4', 'cell.choice'],
        ['E5', 'cell.choice'],
        ['F5', 'cell.day'],
        ['G5', 'voteSheet.itemUnknown'],
        ['H5', 'voteSheet.otherRound'],
        ['F6', 'vote.collectedLater'],
        ['G6', 'voteSheet.itemAmbiguous'],
        ['F7', 'vote.collectedEarlier'],
        ['C8', 'voteSheet.twice'],
      ]),
    );
    expect(result.findings).toContainEqual(
      expect.objectContaining({ level: 'warning', cell: 'E9', code: 'voteSheet.noChoice' }),
    );
  });

  it('says what a sheet lacks as a whole', () => {
    expect(errors(read([['你好', '世界']]))).toEqual([[null, 'voteSheet.noHeader']]);
    expect(
      errors(
        read([
          ['楼栋', '单元', '房号'],
          ['1栋', '1', '101'],
        ]),
      ),
    ).toEqual([[null, 'voteSheet.noChoiceColumn']]);
    expect(
      errors(
        read([
          ['楼栋', '意见'],
          ['1栋', '同意'],
        ]),
      ),
    ).toEqual([[null, 'voteSheet.noHomeColumn']]);
    expect(errors(read([HEAD, ['1栋', '1', '101', '']]))).toEqual([[null, 'voteSheet.noBallots']]);
  });

  it('reads what a formula last gave, never an error of one; rows that are hidden and cells that are joined are said', () => {
    const rows: GridRow[] = [
      { rowNo: 1, cells: HEAD },
      { rowNo: 2, cells: ['1栋', '1', '101', '同意'], formulas: [{ column: 3, error: null }], hidden: true },
      { rowNo: 3, cells: ['1栋', '1', '102', null], formulas: [{ column: 3, error: '#REF!' }] },
      { rowNo: 4, cells: ['1栋', '1', '201', '同意'], filled: [0, 3] },
    ];
    const { findings } = readSheet(rows, facts());
    expect(findings.map(({ level, rowNo, cell, code }) => [level, rowNo, cell, code])).toEqual([
      ['warning', 2, null, 'voteSheet.hiddenRow'],
      ['warning', 2, 'D2', 'import.cell.formula'],
      ['error', 3, 'D3', 'import.cell.formulaError'],
      ['warning', 4, 'D4', 'import.cell.merged'],
    ]);
  });
});

describe('what stands already', () => {
  const theirs: Standing = {
    ballotId: 'b1',
    choice: 'agree',
    channel: 'door',
    formNo: null,
    collector: '李红',
    collectedAt: new Date('2026-11-20T04:00:00Z'),
    wanted: ['B-R01'],
    problems: null,
    proxyName: null,
  };
  const standing = new Map([['1栋/1/101', theirs]]);
  it('is the same where all that the row states agrees, and a difference for a person to decide where not', () => {
    expect(read([HEAD, ['1栋', '1', '101', '同意']], { standing }).rows[0]).toMatchObject({ state: 'same' });
    expect(read([HEAD, ['1栋', '1', '101', '不同意']], { standing }).rows[0]).toMatchObject({
      state: 'differs',
      theirs: { ballotId: 'b1' },
      differences: [{ field: 'choice', mine: 'disagree', theirs: 'agree' }],
    });
  });
  it('an annulled one is recorded anew', () => {
    const annulled = new Map([['1栋/1/101', { ...theirs, choice: null }]]);
    expect(read([HEAD, ['1栋', '1', '101', '同意']], { standing: annulled }).rows[0]?.state).toBe('new');
  });
});

describe('writing and reading', () => {
  const codes = fc.subarray(menu.map(({ code }) => code)).map((found) => [...found].sort());
  it('wanted items come back from their cell', () => {
    fc.assert(
      fc.property(codes, (wanted) => {
        const again = readWanted(wantedText(wanted, menu), menu);
        expect(again).toEqual({ value: wanted.length > 0 ? wanted : null });
      }),
    );
  });

  const word = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'李红王小明的屋顶漏水=+-@a1') })
    .filter((text) => !/^[-—–/\\]*$/.test(text));
  it('a template filled with what stands says what stands, in every row', () => {
    const ballots = fc.record({
      choice: fc.constantFrom(...CHOICES),
      channel: fc.constantFrom(...CHANNELS),
      collector: word,
      collectedAt: fc.date({ min: new Date('2026-11-10T00:00:00Z'), max: NOW, noInvalidDate: true }),
      wanted: codes,
      problems: fc.option(word),
    });
    fc.assert(
      fc.property(fc.array(fc.option(ballots), { minLength: 1, maxLength: homes.length }), (given) => {
        const standing = new Map<string, Standing>();
        for (const [at, ballot] of given.entries())
          if (ballot && homes[at])
            standing.set(homes[at].id, { ballotId: `b${at}`, formNo: null, proxyName: null, ...ballot });
        const fields = templateFields(1);
        const rows = homes.map((home) => {
          const cells = cellsOf(
            { ...home, area: '88.33', owners: '王*', formNo: null },
            standing.get(home.id),
            menu,
            'X-1-1',
          );
          return fields.map((field) => cells[field] || null);
        });
        const result = readSheet(
          grid(
            fields.map((field) => FIELD_LABELS[field].zh),
            ...rows,
          ),
          facts({ standing }),
        );
        expect(result.rows.every(({ state }) => state === 'same')).toBe(true);
        expect(result.rows).toHaveLength(standing.size);
        expect(result.blank).toBe(homes.length - standing.size);
      }),
      { numRuns: 60 },
    );
  });

  it('no text, number or date makes it throw', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...HEAD, '同意', '1栋', '101', '合计', '消防设施', '示例'),
      fc.double(),
      fc.date(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.boolean(), (rows, head) => {
        const result = read(head ? [[...HEAD, '改造需求', '收集日期'], ...rows] : rows);
        return result.rows.every((row) => (row.input === null) === (row.state === 'problem'));
      }),
      { numRuns: 60 },
    );
  });
});
