import { describe, expect, it } from 'vitest';
import type { SpanTable } from '@/lib/domain/papers/span-table';
import { AREA } from '@/lib/domain/papers/span-table';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { columnsOf, type ScoreLine } from '@/lib/domain/scorecards/columns';
import { type AnnexColumns, type AnnexHead, annexTable, NO_SCORES } from '@/lib/domain/scorecards/paper/annex';
import { scoreOf } from '@/lib/domain/scorecards/score';
import { PRINTED_HEAD, PRINTED_REMARKS, PRINTED_ROWS, sameWords } from '@/tests/support/printed-annex';
import { secondTemplate } from '@/tests/support/second-template';
import { county, withCompounds } from '../county';

const other = secondTemplate() as Rulebook;
const head = (more: Partial<AnnexHead> = {}): AnnexHead => ({
  ...{ form: 'printed', county: '禄丰市', year: 2020, documentNo: null, bonus: [], vetoes: [] },
  ...more,
});
const said = (stage: ScoreLine['stage'], criterion: string, points: number): ScoreLine => ({
  ...{ stage, criterion, points, reason: '见材料' },
});
/** Three of four compounds complete; 10.1 claimed; the review gives 3.4 half and 4.4 one and a half. */
const scored = (): AnnexColumns => {
  const facts = county(withCompounds({ completedOn: null, accepted: false }, ['c1']));
  return columnsOf(scoreOf(facts, chuxiong2020), chuxiong2020, {
    lines: [said('self', '10.1', 500), said('review', '3.4', 100), said('review', '4.4', 150)],
    bonus: [
      { stage: 'self', points: 200 },
      { stage: 'review', points: 50 },
    ],
    vetoed: false,
  });
};

/** Each place of the table as it is read: what a merged cell says, wherever it reaches. */
function grid({ columns, rows }: SpanTable): string[][] {
  const places: string[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    for (const { text, column, columns: wide, rows: high } of cells)
      for (let row = at; row < at + high; row++)
        for (let to = column; to < column + wide; to++) {
          const line = places[row];
          if (!line || to >= columns.length) throw new Error(`a cell reaches out of the table: ${text}`);
          if (line[to] !== undefined) throw new Error(`two cells at ${row},${to}: ${line[to]} and ${text}`);
          line[to] = text;
        }
  });
  return places;
}
const lineOf = (table: SpanTable, name: string) => grid(table).find((line) => line.includes(name)) ?? [];
const isNote = (text: string) => text.startsWith('(') || text.startsWith('（');

describe('the annex as it was printed', () => {
  const blank = annexTable(chuxiong2020, NO_SCORES, head());
  const indicators = grid(blank).slice(0, PRINTED_ROWS.length);

  it('the same title, the same seven columns', () => {
    expect(blank.mark).toBe('附件');
    expect(blank.title).toBe('楚雄州城镇老旧小区改造绩效县市评价表');
    expect(blank.columns.map(({ name }) => name)).toEqual(PRINTED_HEAD);
  });

  it.each(PRINTED_ROWS.map((row, at) => [row[1], row, at] as const))('%s: word for word', (_, printed, at) => {
    const [group, name, points, explanation, lines] = printed;
    const [, groupText, ...rest] = indicators[at] ?? [];
    expect(sameWords(groupText ?? '')).toBe(sameWords(group));
    expect(rest.slice(0, 3)).toEqual([name, points, explanation]);
    const criteria = (rest[3] ?? '').split('\n').filter((line) => !line.startsWith('复核核定'));
    expect(criteria.filter((line) => !isNote(line)).map(sameWords)).toEqual(
      lines.filter((line) => !isNote(line)).map(sameWords),
    );
  });

  it('what stands in brackets below a ratio is the sentence of its clause', () => {
    const noted = structuredClone(chuxiong2020);
    const sentence = '按照规划合同实施的项目，竣工验收合格为项目质量达标';
    noted.clauses.push({ id: '附件/质量达标的', clause: '附件', text: sentence, origin: 'policy' });
    for (const one of noted.scorecard.groups.flatMap((group) => group.indicators).flatMap(({ criteria }) => criteria))
      if (one.id === '7.1') one.clause = '附件/质量达标的';
    const table = annexTable(noted, NO_SCORES, head());
    for (const name of ['目标任务完成率', '项目时限达标率', '项目质量达标率']) {
      const printed = PRINTED_ROWS.find((row) => row[1] === name)?.[4] ?? [];
      expect(lineOf(table, name)[5]?.split('\n').map(sameWords)).toEqual(printed.map(sameWords));
    }
  });

  it('numbered 1 to 7, each group over its indicators; 合计 100, 加分事项 10, 一票否决项; the three remarks', () => {
    const lines = grid(blank);
    expect(lines.map(([no]) => no)).toEqual([...'11223333344', '5', '6', '7', '备注']);
    expect(blank.rows.flat().filter(({ column, rows }) => column === 1 && rows > 1)).toHaveLength(4);
    expect(lines.slice(11, 14)).toEqual([
      ['5', '合计', '合计', '100', '', '', ''],
      ['6', '加分事项', '加分事项', '10', '加分', '', ''],
      ['7', '一票否决项', '一票否决项', '', '', '', ''],
    ]);
    expect(lineOf(blank, '备注')[1]).toBe(PRINTED_REMARKS);
  });

  it('复核核定 is shown as what it is, and is no numbered criterion', () => {
    const last = lineOf(blank, '信息系统使用')[5]?.split('\n').at(-1);
    expect(last).toMatch(
      /^复核核定，2分（“信息系统使用”印发的评分标准合计8分，其余2分由州住建局在复核时说明理由后核定/,
    );
  });
});

describe('with its scores', () => {
  it('自评分 to two places, 合计 and 加分 below', () => {
    const table = annexTable(chuxiong2020, scored(), head({ bonus: ['①获省住建厅通报表扬（2.00分）'] }));
    const at = (name: string) => lineOf(table, name).at(-1);
    expect(at('项目申报')).toBe('5.00');
    expect(at('信息系统使用')).toBe('8.00');
    expect(at('目标任务完成率')).toBe('15.00');
    expect(at('项目时限达标率')).toBe('7.50');
    expect(at('项目质量达标率')).toBe('3.75');
    expect(at('社会效益')).toBe('10.00');
    expect(at('合计')).toBe('89.25');
    expect(at('加分事项')).toBe('2.00');
    expect(at('一票否决项')).toBe('');
    expect(lineOf(table, '加分事项')[5]).toBe('①获省住建厅通报表扬（2.00分）');
    expect(table.head).toEqual(['县市：禄丰市', '年度：2020年']);
  });

  it('all columns side by side, with total and grade; the number of the consent over it', () => {
    const ground = '群众投诉较多（楚政通〔2020〕8号）';
    const table = annexTable(
      chuxiong2020,
      scored(),
      head({ form: 'all', documentNo: '楚政复〔2020〕33号', vetoes: [ground] }),
    );
    expect(table.columns.slice(6).map(({ name }) => name)).toEqual(['自评分', '复核分', '审议分']);
    const three = (name: string) => lineOf(table, name).slice(-3);
    expect(three('项目实施管理')).toEqual(['10.00', '9.00', '9.00']);
    expect(three('信息系统使用')).toEqual(['8.00', '9.50', '9.50']);
    expect(three('合计')).toEqual(['89.25', '89.75', '89.75']);
    expect(three('加分事项')).toEqual(['2.00', '0.50', '0.50']);
    expect(three('总分')).toEqual(['91.25', '90.25', '90.25']);
    expect(three('等次')).toEqual(['优秀', '优秀', '优秀']);
    expect(lineOf(table, '一票否决项')[3]).toBe(ground);
    expect(table.head).toEqual(['县市：禄丰市', '年度：2020年', '文号：楚政复〔2020〕33号']);
    expect(table.landscape).toBe(true);
  });

  it('a stage that has not spoken is empty, whatever it would begin with', () => {
    const table = annexTable(chuxiong2020, { ...scored(), review: null, deliberation: null }, head({ form: 'all' }));
    for (const name of ['项目申报', '合计', '加分事项', '总分', '等次'])
      expect(lineOf(table, name).slice(-2), name).toEqual(['', '']);
    expect(lineOf(table, '项目申报').at(-3)).toBe('5.00');
  });
});

describe('whatever the template', () => {
  it.each([
    ['of the prefecture', chuxiong2020],
    ['of another province', other],
  ] as const)('%s: the cells fill the table and lie over each other nowhere; its columns fill the page', (_, book) => {
    for (const form of ['printed', 'all'] as const) {
      const table = annexTable(book, NO_SCORES, head({ form }));
      const lines = grid(table);
      for (const line of lines) expect(Object.keys(line)).toHaveLength(table.columns.length);
      expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBe(
        form === 'all' ? AREA.across : AREA.upright,
      );
    }
  });

  it('five groups, eighteen indicators, 5 points of bonus, one remark: no line of code knows it', () => {
    const facts = county();
    const columns = columnsOf(scoreOf(facts, other), other, {
      lines: [],
      bonus: [
        { stage: 'self', points: 700 },
        { stage: 'review', points: 600 },
      ],
      vetoed: false,
    });
    const table = annexTable(other, columns, head({ form: 'all' }));
    const lines = grid(table);
    expect(table.title).toBe('某省城镇老旧小区改造工作绩效评价表（2023年）');
    expect(new Set(lines.slice(0, 18).map(([no]) => no))).toEqual(new Set(['1', '2', '3', '4', '5']));
    expect(lines[18]?.slice(0, 4)).toEqual(['6', '合计', '合计', '100']);
    expect(lineOf(table, '加分').slice(0, 4)).toEqual(['7', '加分', '加分', '5']);
    expect(lineOf(table, '加分').slice(-3)).toEqual(['5.00', '5.00', '5.00']);
    expect(lineOf(table, '一票否决项')[0]).toBe('8');
    expect(lineOf(table, '总分').slice(-3)).toEqual(['94.00', '94.00', '94.00']);
    expect(lineOf(table, '等次').slice(-3)).toEqual(['B', 'B', 'B']);
    expect(lineOf(table, '备注')[1]).toBe('1.本表由县（市、区）填报。');
    // one criterion needs no number, two have theirs
    expect(lineOf(table, '开工')[5]).toBe('按时开工的，得5分');
    expect(lineOf(table, '资金监管')[5]).toBe('①凭证、台账齐全的，得4分\n②支付手续规范的，得3分');
  });
});
