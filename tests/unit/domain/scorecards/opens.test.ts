import { expect, it } from 'vitest';
import { ROLES } from '@/lib/domain/accounts/roles';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { opensFor } from '@/lib/domain/scorecards/opens';
import { county, criterion } from './county';

it('县市住建局打得开每一种记录；领导打得开小区、项目和督办，打不开投诉、满意度和新闻', () => {
  expect(opensFor('county_bureau')).toHaveLength(10);
  for (const leader of ['county_leader', 'prefecture_leader'] as const)
    expect(opensFor(leader)).toEqual(['county', 'plan', 'leadingGroup', 'project', 'compound', 'month', 'supervision']);
  expect(opensFor('county_finance')).not.toContain('complaint');
  for (const role of ROLES) expect(opensFor(role).length).toBeLessThanOrEqual(10);
});

it('同一种依据问两次的，各有各的名称', () => {
  const [own, social] = criterion(county(), '2.3').tests.map(({ about }) => about.map(({ name }) => name));
  expect([own, social]).toEqual([['地方财政配套资金，县市级'], ['社会资金']]);
  expect(criterion(county(), '9.1').tests[0]?.about.map(({ name }) => name)).toEqual([
    chuxiong2020.menu.find(({ code }) => code === 'C-I09')?.name,
  ]);
  expect(criterion(county(), '2.2').tests[0]?.about).toEqual([]);
});
