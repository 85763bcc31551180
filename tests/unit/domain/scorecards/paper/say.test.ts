import { expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { sayOnPaper } from '@/lib/server/scorecards/say';
import { county, withCompounds, withProjects } from '../county';

it('what a record says, as an official paper writes it', () => {
  const late = { code: 'score.onTime.late', params: { on: '2020-07-02', due: '2020-06-30' } };
  expect(sayOnPaper(late)).toBe('2020年7月2日才收到竣工报告，期限是2020年6月30日。');
  expect(sayOnPaper({ code: 'score.accepted.unmet', params: { stage: 8 } })).toBe('在第8阶段，没有完成项目验收。');
});

it('every record of a county has its sentence, met or not', () => {
  const poor = county({
    ...{ plan: null, leadingGroup: null, news: [], survey: { compounds: 0, eligible: 0 } },
    ...withProjects({
      startedOn: null,
      inspections: 0,
      longestGap: 200,
      reportsInTime: 1,
      entriesWithFile: 2,
      received: [],
    }),
  });
  const none = county(
    withCompounds({ completedOn: calendarDateOf('2020-07-02'), accepted: false, notices: [], satisfied: null }),
  );
  for (const facts of [county(), poor, none])
    for (const { tests } of criteriaOf(scoreOf(facts, chuxiong2020)))
      for (const { says } of tests.flatMap(({ rows }) => rows)) {
        expect(sayOnPaper(says), says.code).not.toBe(says.code);
        expect(sayOnPaper(says), says.code).not.toMatch(/[{}]/);
      }
});
