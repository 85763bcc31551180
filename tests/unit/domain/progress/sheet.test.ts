import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import { reason } from '@/lib/domain/kernel/result';
import {
  ITEM_COLUMNS,
  PROJECT_COLUMNS,
  type SheetProject,
  type SheetWork,
  sheetWorks,
} from '@/lib/domain/progress/sheet';
import { readMonthSheets } from '@/lib/domain/progress/sheet-read';
import { placeKey } from '@/lib/domain/projects/completions';
import type { GridRow } from '@/lib/domain/votes/sheet';
import { month } from './made';

const PLACES = [
  ['粮食局家属院', null, 'C-R07', '道路修缮'],
  ['粮食局家属院', '1栋', 'B-R01', '屋面修缮'],
  ['粮食局家属院', '2栋', 'B-R01', '屋面修缮'],
] as const;
const works: SheetWork[] = PLACES.map(([compound, building, item, itemName]) => ({
  ...{ compound, building, item, itemName, name: `${building ?? compound} ${itemName}` },
  ...{ compoundId: 'c', buildingId: building, cost: 100n },
}));

function project(no: number, more: Partial<SheetProject> = {}, percents = [40, 10, 0]): SheetProject {
  const items = works.map(({ compoundId, buildingId, item }, at) => ({
    ...{ compoundId, buildingId, item, percent: percents[at] ?? 0, backReason: null },
  }));
  return {
    ...{ id: `p${no}`, code: `532302-2020-000${no}`, name: `改造项目${no}`, status: 'draft', version: 3 },
    content: { stage: 8, investment: 300_000_00n, people: 12, problems: null, photos: ['photo'], items },
    planned: works,
    ground: {
      ...{ month: month('2020-05'), today: calendarDateOf('2020-06-03'), from: month('2020-01'), stage: 8 },
      planned: works,
      last: new Map(items.map((one) => [placeKey(one), one.percent])),
      ...{ completed: new Set<string>(), lacking: null, later: null },
    },
    closed: [],
    ...more,
  };
}

const rowsOf = (...rows: unknown[][]): GridRow[] => rows.map((cells, at) => ({ rowNo: at + 1, cells }));
const P_HEAD = Object.values(PROJECT_COLUMNS);
const I_HEAD = Object.values(ITEM_COLUMNS);
const plainRow = ({ code, name, content }: SheetProject, ...said: unknown[]) => [
  ...[code, name, content.stage, '草稿'],
  ...(said.length > 0 ? said : [formatMoney(content.investment), content.people, content.problems]),
];
const itemRow = ({ code, name }: SheetProject, at: number, percent: unknown, why: unknown = null) => [
  ...[code, name, ...(PLACES[at] ?? [])],
  ...[0, percent, why],
];
const readItems = (projects: SheetProject[], ...rows: unknown[][]) =>
  readMonthSheets(new Map([['进度', rowsOf(I_HEAD, ...rows)]]), projects);
const readPlain = (projects: SheetProject[], ...rows: unknown[][]) =>
  readMonthSheets(new Map([['项目', rowsOf(P_HEAD, ...rows)]]), projects);
const said = ({ findings }: ReturnType<typeof readMonthSheets>) =>
  findings.map(({ level, sheet, cell, code }) => [level, sheet, cell, code]);

describe('进度页', () => {
  const one = project(1);

  it.each([
    [45, 45],
    ['45', 45],
    ['45%', 45],
    ['４５％', 45],
    [' 45.0 ', 45],
    [45.00000000000001, 45],
    ['100', 100],
    [0, 0],
  ])('%j 读作 %j%%', (cell, percent) => {
    const read = readItems([one], itemRow(one, 0, cell));
    const becomes = read.changes[0]?.edit.items.map((item) => item.percent) ?? [40];
    expect([becomes, read.findings.filter(({ level }) => level === 'error')]).toEqual([[percent], []]);
  });

  it('按百分比显示的格子：0.45 是 45%，1 是 100%；不按百分比显示的 1 是 1%', () => {
    const shown = (value: number, percents?: number[]) => {
      const rows = rowsOf(I_HEAD, itemRow(one, 2, value)).map((row, at) => (at === 1 ? { ...row, percents } : row));
      return readMonthSheets(new Map([['进度', rows]]), [one]).changes[0]?.edit.items[0]?.percent;
    };
    expect([shown(0.45, [7]), shown(0.29, [7]), shown(1, [7]), shown(1)]).toEqual([45, 29, 100, 1]);
  });

  it('110%、半个百分点、负数、文字，都在它的格子上', () => {
    const read = readItems([one], itemRow(one, 0, 110), itemRow(one, 1, '-5%'), itemRow(one, 2, '45.5'));
    expect(said(read)).toEqual([
      ['error', '进度', 'H2', 'report.percentOutside'],
      ['error', '进度', 'H3', 'report.percentOutside'],
      ['error', '进度', 'H4', 'progressSheet.percentUnreadable'],
    ]);
    expect(read.findings[0]?.params).toEqual({ name: '粮食局家属院 道路修缮', found: 110 });
    expect(said(readItems([one], itemRow(one, 0, '一半')))).toEqual([
      ['error', '进度', 'H2', 'progressSheet.percentUnreadable'],
    ]);
    expect(read.changes).toEqual([]);
  });

  it('不在表里的项目、小区、楼栋、内容，写了两次的', () => {
    const line = (code: string, compound: unknown, building: unknown, item: unknown) => [
      ...[code, null, compound, building, item, null],
      ...[0, 50, null],
    ];
    const read = readItems(
      [one],
      line('532302-2020-9999', '粮食局家属院', null, 'C-R07'),
      line(one.code, '烟厂宿舍', null, 'C-R07'),
      line(one.code, '粮食局家属院', '9栋', 'B-R01'),
      line(one.code, '粮食局家属院', '1栋', 'C-R07'),
      line(one.code, '粮食局家属院', null, 'C-R07'),
      line(one.code, null, null, 'c-r07'),
    );
    expect(said(read)).toEqual([
      ['error', '进度', 'A2', 'progressSheet.project'],
      ['error', '进度', 'C3', 'progressSheet.notPlanned'],
      ['error', '进度', 'D4', 'progressSheet.notPlanned'],
      ['error', '进度', 'E5', 'progressSheet.notPlanned'],
      ['error', '进度', 'E7', 'progressSheet.twice'],
    ]);
    expect(read.findings.at(-1)?.params).toEqual({ first: 6 });
  });

  it('乱的表：列移动了，有标题行、空行，没有代码只有名称，项目只写名称', () => {
    const rows = rowsOf(
      ['禄丰市 2020年5月'],
      [],
      ['本月(%)', '改造内容', '楼栋', '小 区', '项 目'],
      [' ５５ ', '“屋面修缮”', ' 1 栋', null, '改造项目1'],
      [null, null, null, null, null],
      ['-', '道路修缮', '—', '粮食局家属院', '改造项目1'],
    );
    const read = readMonthSheets(new Map([['进度', rows]]), [one, project(2)]);
    expect(read.findings).toEqual([]);
    expect(read.changes.map(({ project: { id }, edit }) => [id, edit.items])).toEqual([
      ['p1', [{ compoundId: 'c', buildingId: '1栋', item: 'B-R01', percent: 55, backReason: null }]],
    ]);
    expect(read.same).toBe(1);
  });

  it('比上次少又没有原因的只是提醒，写了原因的不提醒；没有登记完工的 100% 也只是提醒', () => {
    const read = readItems([one], itemRow(one, 0, 30), itemRow(one, 1, 5, '返工'), itemRow(one, 2, 100));
    expect(said(read)).toEqual([
      ['warning', '进度', 'I2', 'report.backwards'],
      ['warning', '进度', 'H4', 'report.notCompleted'],
    ]);
    expect(read.changes[0]?.edit.items.map(({ percent, backReason }) => [percent, backReason])).toEqual([
      [30, null],
      [5, '返工'],
      [100, null],
    ]);
  });

  it('锁定的月报：不变的行可以留着，变了的说明白', () => {
    const locked = project(2, { status: 'submitted', closed: [reason('report.locked.submitted')] });
    const read = readItems([one, locked], itemRow(locked, 0, 40), itemRow(locked, 1, 11), itemRow(one, 0, 41));
    expect(said(read)).toEqual([['error', '进度', 'H3', 'report.locked.submitted']]);
    expect(read.changes.map(({ project: { id } }) => id)).toEqual(['p1']);
  });

  it('公式出错的格子、没有表头的页、没有这些页的文件', () => {
    const rows = rowsOf(I_HEAD, itemRow(one, 0, null)).map((row, at) =>
      at === 1 ? { ...row, formulas: [{ column: 7, error: '#REF!' }] } : row,
    );
    expect(said(readMonthSheets(new Map([['进度', rows]]), [one]))).toEqual([
      ['error', '进度', 'H2', 'progressSheet.formulaError'],
    ]);
    expect(said(readMonthSheets(new Map([['项目', rowsOf(['a'])]]), [one]))[0]?.[3]).toBe('progressSheet.noHeader');
    expect(said(readMonthSheets(new Map(), [one]))[0]?.[3]).toBe('progressSheet.missing');
  });
});

describe('项目页', () => {
  const one = project(1, { content: { ...project(1).content, problems: '缺\n材料' } });

  it('投资照写的读：元、万元、千分位；空着的不改变，存在问题清空就是没有', () => {
    const read = readPlain([one], plainRow(one, '30.5万元', null, null));
    expect(read.changes[0]?.edit).toEqual({ investment: 305_000_00n, problems: null, items: [] });
    expect(read.changes[0]?.content.photos).toEqual(['photo']);
    const wan = rowsOf(['项目编号', '本月完成投资（万元）', '现场人数'], [one.code, '30.5', '１３人']);
    expect(readMonthSheets(new Map([['项目', wan]]), [one]).changes[0]?.edit).toEqual({
      ...{ investment: 305_000_00n, people: 13, items: [] },
    });
  });

  it('读不懂的金额、人数，过长的文字，都在它的格子上', () => {
    expect(
      said(
        readPlain(
          [one, project(2)],
          plainRow(one, '三十万', '十几个', 'x'.repeat(2001)),
          plainRow(project(2), -5, 3, null),
        ),
      ),
    ).toEqual([
      ['error', '项目', 'E2', 'cell.money'],
      ['error', '项目', 'F2', 'cell.count'],
      ['error', '项目', 'G2', 'cell.textTooLong'],
      ['error', '项目', 'E3', 'cell.moneyNegative'],
    ]);
    expect(said(readPlain([one], plainRow(one, 10 ** 12, 1, null)))).toEqual([
      ['error', '项目', 'E2', 'progressSheet.investmentTooBig'],
    ]);
  });

  it('月份的问题只是提醒，在改变了的格子上', () => {
    const { ground } = one;
    const early = { ...one, ground: { ...ground, lacking: month('2020-04') } };
    expect(said(readPlain([early], plainRow(early, 1, 1, '缺\n材料')))).toEqual([
      ['warning', '项目', 'E2', 'report.outOfOrder'],
    ]);
    expect(said(readPlain([early], plainRow(early)))).toEqual([]);
  });
});

describe('名称相同的小区和楼栋', () => {
  it('各带上编码或序号，没有重名的照旧', () => {
    const place = (compound: string, compoundCode: string, building: string | null, id: string | null) => ({
      ...{ compoundId: compoundCode, buildingId: id, item: building ? 'B-R01' : 'C-R07', name: '', cost: 0n },
      compound: { id: compoundCode, name: compound },
      compoundCode,
      building: building && id ? { id, name: building } : null,
    });
    const named = sheetWorks(
      [
        place('家属院', 'A1', '1栋', 'x'),
        place('家属院', 'A1', '1栋', 'y'),
        place('家属院', 'A2', '1栋', 'z'),
        place('烟厂', 'A3', null, null),
      ],
      new Map([['C-R07', '道路']]),
    );
    expect(named.map(({ compound, building, itemName }) => [compound, building, itemName])).toEqual([
      ['家属院（A1）', '1栋（1）', 'B-R01'],
      ['家属院（A1）', '1栋（2）', 'B-R01'],
      ['家属院（A2）', '1栋', 'B-R01'],
      ['烟厂', null, '道路'],
    ]);
  });
});

describe('写出去再读回来', () => {
  /** Text that a form takes: trimmed, without control characters. */
  const text = (max: number) =>
    fc
      .string({ unit: 'grapheme', maxLength: max })
      .map((one) =>
        one
          .replace(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
          .trim()
          .slice(0, max),
      )
      .map((one) => (one === '' || /[\ud800-\udbff]$/.test(one) ? null : one));
  const made = fc.record({
    investment: fc.bigInt({ min: 0n, max: 9_999_999_999_999n }),
    people: fc.nat(99_999),
    problems: fc.option(
      fc.oneof(text(60), fc.constantFrom('=1+1', '-', '/', '无', '+86', '@x', 'Ａ　Ｂ', '缺\r\n材料')),
    ),
    items: fc.tuple(
      ...works.map(() => fc.record({ percent: fc.integer({ min: 0, max: 100 }), why: fc.option(text(40)) })),
    ),
  });

  it('什么也不改变', () =>
    fc.assert(
      fc.property(made, ({ investment, people, problems, items }) => {
        const base = project(1);
        const one: SheetProject = {
          ...base,
          content: {
            ...{ ...base.content, investment, people, problems },
            items: base.content.items.map((item, at) => ({
              ...item,
              percent: items[at]?.percent ?? 0,
              backReason: items[at]?.why ?? null,
            })),
          },
        };
        const sheets = new Map([
          ['项目', rowsOf(P_HEAD, plainRow(one))],
          [
            '进度',
            rowsOf(
              I_HEAD,
              ...one.content.items.map(({ percent, backReason }, at) => itemRow(one, at, percent, backReason)),
            ),
          ],
        ]);
        expect(readMonthSheets(sheets, [one])).toEqual({ changes: [], same: 1 + works.length, findings: [] });
      }),
    ));

  it('改了的只有改了的那几格，其余照旧', () =>
    fc.assert(
      fc.property(fc.tuple(...works.map(() => fc.integer({ min: 0, max: 100 }))), (percents) => {
        const one = project(1);
        const read = readItems([one], ...percents.map((percent, at) => itemRow(one, at, `${percent}%`)));
        const changed = percents.filter((percent, at) => percent !== one.content.items[at]?.percent);
        expect(read.changes[0]?.edit.items.map(({ percent }) => percent) ?? []).toEqual(changed);
        expect((read.changes[0]?.content ?? one.content).items.map(({ percent }) => percent)).toEqual(percents);
        expect(read.same).toBe(percents.length - changed.length);
      }),
    ));
});
