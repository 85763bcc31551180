import { describe, expect, test } from 'vitest';
import type { Locale } from '@/lib/domain/kernel/label';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ProjectRow } from '@/lib/domain/projects/answers';
import { PROJECT_COLUMNS, type ProjectColumn } from '@/lib/domain/projects/list-query';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { shownOf } from '@/lib/server/exports/list-columns';
import { projectColumns } from '@/lib/server/exports/projects-columns';

const row: ProjectRow = {
  id: '0192f0c1-2222-7000-8000-000000000002',
  code: '532302-2020-001',
  name: '小铺子片区改造项目',
  county: { id: '0192f0c1-2222-7000-8000-000000000001', name: '禄丰市', nameEn: 'Lufeng' },
  year: 2020,
  stage: 4,
  step: 'review',
  status: 'active',
  entityKind: 'countyBureau',
  entityName: '禄丰市住建局',
  compounds: 2,
  households: 170,
  light: 'yellow',
  estimate: '4012000.10',
  budget: '0.07',
  contractSum: '0.00',
  finalAccount: null,
  audited: '99999999999999999.99',
  fundingSum: '4012000.10',
  findingsOpen: 1,
  version: 3,
  updatedAt: '2020-06-30T16:05:00.000Z',
};

const written = (project: Partial<ProjectRow> = {}, chosen?: ProjectColumn[], locale: Locale = 'zh-CN') =>
  Object.fromEntries(
    shownOf(projectColumns(chuxiong2020, locale), chosen).map(({ label, cell }) => [
      labelIn(label, locale),
      cell({ ...row, ...project }, locale),
    ]),
  );

describe('a project as a line of the file', () => {
  test('codes are words of the rule book and of the office; the day is that of Shanghai', () => {
    expect(written()).toMatchObject({
      项目编号: '532302-2020-001',
      县市: '禄丰市',
      年度: 2020,
      阶段序号: 4,
      阶段: '制订初步设计方案',
      下一步: '技术性审查',
      灯: '黄灯',
      状态: '进行中',
      实施单位类别: '县市住建局',
      实施单位: '禄丰市住建局',
      小区数: 2,
      户数: 170,
      未销号问题: 1,
      更新时间: '2020年7月1日 00:05',
    });
  });

  test('money is yuan to the fen: a number where a spreadsheet keeps every digit, else text; unknown is empty', () => {
    expect(written()).toMatchObject({
      '概算（元）': 4012000.1,
      '预算（元）': 0.07,
      '合同合计（元）': 0,
      '决算（元）': null,
      '审定（元）': '99999999999999999.99',
      '资金筹措（元）': 4012000.1,
    });
    const sums = projectColumns(chuxiong2020, 'zh-CN').filter(({ label }) => label.zh.endsWith('（元）'));
    expect(sums.map(({ format }) => format)).toEqual(Array(6).fill('0.00'));
  });

  test('behind the tenth stage it is complete, not under way; a withdrawn one stays withdrawn', () => {
    expect(written({ stage: 11, step: null })).toMatchObject({
      ...{ 阶段序号: null, 阶段: '全部完成', 下一步: null, 状态: '全部完成' },
    });
    expect(written({ stage: 11, step: null, status: 'withdrawn' })).toMatchObject({ 状态: '已撤销' });
  });

  test('in English for who reads English', () => {
    expect(written({}, undefined, 'en')).toMatchObject({ Stage: 'Preliminary design', Status: 'Active' });
  });

  test('the columns that were chosen, in the order of the list, always with code and name', () => {
    expect(Object.keys(written({}, ['budget', 'county']))).toEqual(['项目编号', '项目名称', '县市', '预算（元）']);
  });

  test('every column of the list is in the file', () => {
    const found = new Set(projectColumns(chuxiong2020, 'zh-CN').map(({ of }) => of));
    expect([...found]).toEqual([...PROJECT_COLUMNS]);
  });
});
