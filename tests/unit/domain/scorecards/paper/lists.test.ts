import { describe, expect, it } from 'vitest';
import { AREA } from '@/lib/domain/papers/span-table';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { NO_SCORES } from '@/lib/domain/scorecards/paper/annex';
import { type DecisionRow, decisionSheet } from '@/lib/domain/scorecards/paper/decision-sheet';
import { type Proof, proofLine, proofList, proofTable } from '@/lib/domain/scorecards/paper/proof-index';

const grade = (name: string) => ({ name });
const row = (more: Partial<DecisionRow> = {}): DecisionRow => ({
  ...{ county: '禄丰市', totals: NO_SCORES, rank: null, flags: [], vetoes: [], proofs: 0 },
  ...more,
});
const head = { title: '审议表', year: 2020, documentNo: null, date: '2020年12月20日' };
const texts = (one: DecisionRow) => decisionSheet(head, [one]).rows[0]?.map(({ text }) => text);

describe('审议表', () => {
  const self = { total: 9_125, bonus: 200, grade: grade('优秀') };
  const review = { total: 8_999, bonus: 100, grade: grade('良好') };

  it('three scores side by side, grade of the last stage that spoke, and what must be known', () => {
    const deliberation = { total: 9_050, bonus: 100, grade: grade('不合格') };
    const one = row({
      ...{ totals: { self, review, deliberation }, rank: 3, flags: ['复核分歧1项', '异议1项'] },
      ...{ vetoes: ['群众投诉较多（楚政通〔2020〕8号）'], proofs: 23 },
    });
    expect(texts(one)).toEqual([
      ...['3', '禄丰市', '91.25', '89.99', '90.50', '-1.26', '1.00', '不合格'],
      ...['群众投诉较多（楚政通〔2020〕8号）', '复核分歧1项\n异议1项', '23份'],
    ]);
    const raised = row({ totals: { self: review, review: self, deliberation: null } });
    expect(texts(raised)?.[5]).toBe('+1.26');
  });

  it('a county that has scored itself only, and one that has not', () => {
    expect(texts(row({ totals: { self, review: null, deliberation: null } }))?.slice(2, 8)).toEqual([
      ...['91.25', '', '', '', '2.00', '优秀'],
    ]);
    expect(texts(row())?.slice(0, 8)).toEqual(['', '禄丰市', '', '', '', '', '', '未自评']);
  });

  it('A4 across, under its number where it has one', () => {
    const sheet = decisionSheet({ ...head, documentNo: '楚政复〔2020〕33号' }, [row()]);
    expect(sheet.landscape).toBe(true);
    expect(sheet.columns.reduce((sum, { width }) => sum + width, 0)).toBe(AREA.across);
    expect(sheet.head).toEqual(['年度：2020年', '文号：楚政复〔2020〕33号', '制表日期：2020年12月20日']);
  });
});

describe('支撑材料目录', () => {
  const proof = (id: string, criterion: string | null, title: string, name = 'a.PDF'): Proof => ({
    ...{ id, criterion, title, file: { id: `f${id}`, name, size: 10 }, sha256: id.repeat(64).slice(0, 64) },
  });
  const list = proofList(chuxiong2020, [
    proof('a', null, '表扬通报'),
    proof('b', '10.1', '照片', '照片.jpg'),
    proof('c', '1.1', '乙方案'),
    proof('d', '1.1', '甲/方案：..\\x', '无扩展名'),
    proof('e', '4.4', '系统截图'),
  ]);

  it('under each criterion in the order of the template, numbered; the bonus last; names that every system takes', () => {
    expect(list.map(({ no, cited, path }) => [no, cited, path])).toEqual([
      ['1.1-01', '项目申报①', '1.1 进行了老旧小区改造事前摸排的/1.1-01 甲方案：..x'],
      ['1.1-02', '项目申报①', '1.1 进行了老旧小区改造事前摸排的/1.1-02 乙方案.pdf'],
      ['4.4-01', '信息系统使用复核核定', '4.4 复核核定/4.4-01 系统截图.pdf'],
      ['10.1-01', '社会效益①', '10.1 通过项目实施，大力改善小区整体面貌的/10.1-01 照片.jpg'],
      ['B-01', '加分事项', '加分事项/B-01 表扬通报.pdf'],
    ]);
  });

  it('a proof of a criterion that the template does not have is not dropped', () => {
    const found = proofList(chuxiong2020, [proof('a', '99.9', '旧标准材料'), proof('b', '1.1', '材料')]);
    expect(found.map(({ path }) => path.split('/')[0])).toEqual(['1.1 进行了老旧小区改造事前摸排的', '99.9']);
  });

  it('two of one title lie at two paths; the order does not hang on how they came', () => {
    const [one, two] = [proof('a', '1.1', '材料'), proof('b', '1.1', '材料')];
    const paths = proofList(chuxiong2020, [two, one]);
    expect(paths).toEqual(proofList(chuxiong2020, [one, two]));
    expect(new Set(paths.map(({ path }) => path)).size).toBe(2);
  });

  it('its lines name criterion, material, file and hash; the frozen facts close it', () => {
    const [first] = list;
    expect(first && proofLine(first)).toEqual([
      ...['1.1-01', '项目申报①', '进行了老旧小区改造事前摸排的，得1分', '甲/方案：..\\x'],
      ...['1.1 进行了老旧小区改造事前摸排的/1.1-01 甲方案：..x', 10, 'd'.repeat(64)],
    ]);
    const facts = { path: '冻结数据.json', sha256: 'f'.repeat(64) };
    const table = proofTable(list, { county: '禄丰市', year: 2020, facts });
    expect(table.head).toEqual(['县市：禄丰市', '年度：2020年', '共5份']);
    expect(table.rows.at(-1)?.map(({ text }) => text)).toEqual([
      ...['', '', '自评时冻结的数据', '冻结数据.json', facts.sha256],
    ]);
    expect(table.rows[0]?.[1]?.text).toBe('项目申报①：进行了老旧小区改造事前摸排的，得1分');
    expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBe(AREA.across);
  });
});
