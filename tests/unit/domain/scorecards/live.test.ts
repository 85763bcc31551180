import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { gapsOf } from '@/lib/domain/scorecards/gaps';
import { gradeOf, totalOf } from '@/lib/domain/scorecards/grades';
import { boardRowOf, criterionRowsOf, liveOf } from '@/lib/domain/scorecards/live';
import { scoreOf } from '@/lib/domain/scorecards/score';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import { forecastScore, whatIf } from '@/lib/domain/scorecards/what-if';
import { compound, county, day, project, withCompounds, withProjects } from './county';

const book = chuxiong2020;
const { scorecard } = book;

describe('grades', () => {
  it.each([
    [11_000, '优秀'],
    [9_000, '优秀'],
    [8_999, '良好'],
    [8_000, '良好'],
    [7_999, '合格'],
    [6_000, '合格'],
    [5_999, '不合格'],
    [0, '不合格'],
  ])('%i hundredths: %s', (total, name) => {
    expect(gradeOf(total, false, scorecard).name).toBe(name);
  });

  it('a veto makes it 不合格 whatever the points, and no bonus lifts it', () => {
    expect(gradeOf(11_000, true, scorecard).name).toBe('不合格');
    expect(gradeOf(totalOf(9_900, 1_000, scorecard), true, scorecard).name).toBe('不合格');
  });

  it('bonus is capped at 10, and the grade is decided on the total', () => {
    expect(totalOf(8_500, 500, scorecard)).toBe(9_000);
    expect(gradeOf(totalOf(8_500, 500, scorecard), false, scorecard).name).toBe('优秀');
    expect(totalOf(10_000, 1_500, scorecard)).toBe(11_000);
    expect(totalOf(10_000, 1_000, scorecard)).toBe(11_000);
    expect(totalOf(8_000, 999, scorecard)).toBe(8_999);
  });
});

describe('失分清单', () => {
  const gaps = (facts = county()) => gapsOf(scoreOf(facts, book));
  const gap = (id: string, facts = county()) => gaps(facts).find(({ criterion }) => criterion.id === id);

  it('names only what lost points, what can still be won first', () => {
    expect(gaps().map(({ criterion, open, way }) => [criterion.id, open, way])).toEqual([
      ['10.1', 500, 'people'],
      ['4.4', 200, 'people'],
    ]);
  });

  it('a compound that is not complete is worth its share of the ratio; in time no more after the day', () => {
    const facts = county(withCompounds({ completedOn: null, accepted: false }, ['c1']));
    expect(gap('5.1', facts)).toMatchObject({ lost: 500, open: 500, way: 'each', needed: 1 });
    expect(gap('5.1', facts)?.rows).toMatchObject([{ gain: 500, row: { name: '第1小区', projectId: 'p1' } }]);
    expect(gap('6.1', facts)).toMatchObject({ lost: 250, open: 0 });
    expect(gap('6.1', { ...facts, today: day('2020-06-30') })).toMatchObject({ lost: 250, open: 250 });
  });

  it('where all records together bring the points, each is worth its share; one that is lost for good closes it', () => {
    const facts = county(withProjects({ entriesWithFile: 5 }));
    expect(gap('2.2', facts)).toMatchObject({ lost: 200, open: 200, way: 'together', needed: 2 });
    expect(gap('2.2', facts)?.rows.map(({ gain }) => gain)).toEqual([100, 100]);
    const late = county(withProjects({ reportsInTime: 4 }, 'p1'));
    expect(gap('4.1', late)).toMatchObject({ lost: 300, open: 0 });
    expect(gap('4.1', late)?.rows).toMatchObject([{ gain: 0, row: { earnable: false, name: '第1片区' } }]);
  });

  it('where so many of them are enough, it says how many; of households, how many more must be satisfied', () => {
    const news = county({ news: county().news.slice(0, 4) });
    expect(gap('11.3', news)).toMatchObject({ lost: 200, open: 200, way: 'enough', needed: 1 });
    const content = county(withCompounds({ satisfied: 39 }));
    expect(gap('8.4', content)).toMatchObject({ lost: 200, way: 'enough', needed: 4 });
    expect(gap('8.4', content)?.rows.map(({ gain }) => gain)).toEqual([50, 50, 50, 50]);
  });
});

describe('假如', () => {
  const open = { completedOn: null, accepted: false };
  const facts = { ...county(withCompounds(open, ['c1', 'c2', 'c3'])), today: day('2020-05-01') };

  it('“if these projects finish by 6月30日”, criterion by criterion', () => {
    const supposed = { projects: ['p1'], on: day('2020-06-30'), accepted: false };
    const answer = whatIf(facts, book, supposed);
    expect(answer.moved).toEqual([
      { criterion: '5.1', from: 500, to: 1_500 },
      { criterion: '6.1', from: 250, to: 750 },
    ]);
    expect(answer.to - answer.from).toBe(1_500);
    expect(whatIf(facts, book, { ...supposed, accepted: true }).to - answer.to).toBe(250);
  });

  it('a day later, nothing in time is won', () => {
    const answer = whatIf(facts, book, { projects: ['p1'], on: day('2020-07-01'), accepted: false });
    expect(answer.moved).toEqual([{ criterion: '5.1', from: 500, to: 1_500 }]);
  });

  it('what is complete already is not moved', () => {
    const done = county(withCompounds({ completedOn: day('2020-07-02') }));
    const answer = whatIf(done, book, { projects: ['p1', 'p2'], on: day('2020-06-01'), accepted: true });
    expect(answer).toEqual({ from: answer.from, to: answer.from, moved: [] });
  });
});

describe('期末预测', () => {
  const months = (...percents: number[]) =>
    percents.map((percent, at) => ({ month: day(`2020-0${at + 1}-01`), basisPoints: percent * 100 }));
  const pace = (no: number, ...percents: number[]) =>
    project(no, {
      months: months(...percents),
      compounds: [compound(no, { completedOn: null, accepted: false })],
    });
  const plan = { id: 'a', no: 1, documentNo: null, target: 2 };
  const rules = siteRulesOf(book).forecast;

  it('who goes on as the last months say is complete in time, who does not is late', () => {
    const facts = county({ plan, projects: [pace(1, 20, 40, 60), pace(2, 5, 10, 15)], today: day('2020-04-01') });
    const forecast = forecastScore(facts, book, rules);
    expect([forecast.inTime, forecast.late]).toEqual([['p1'], ['p2']]);
    expect(forecast.middle - scoreOf(facts, book).value).toBe(1_000 + 500);
  });

  it('the slowest month and the fastest say how sure that is', () => {
    const facts = county({ plan, projects: [pace(1, 20, 50, 60), pace(2, 5, 10, 15)], today: day('2020-04-01') });
    const { low, middle, high } = forecastScore(facts, book, rules);
    expect(low).toBeLessThanOrEqual(middle);
    expect(middle).toBeLessThanOrEqual(high);
    expect(high - low).toBe(1_500);
  });

  it('after the day nothing is forecast any more', () => {
    const facts = county({ plan, projects: [pace(1, 20, 40, 60)], today: day('2020-07-01') });
    const { low, middle, high } = forecastScore(facts, book, rules);
    expect([low, middle, high]).toEqual(Array(3).fill(scoreOf(facts, book).value));
  });
});

describe('一票否决', () => {
  const risk = (facts = county(), code = 'targetMissed') => vetoRisks(facts, book).find((one) => one.code === code);

  it('a county whose target is met in time has none; what no record can tell is for people', () => {
    expect(vetoRisks(county(), book).map(({ code, standing, peopleOnly }) => [code, standing, peopleOnly])).toEqual([
      ['criticised', 'none', true],
      ['targetMissed', 'none', false],
      ['complaints', 'none', false],
      ['qualityProblem', 'none', false],
    ]);
  });

  it('未按期完成: a risk until the day is over, then proposed with the compounds', () => {
    const late = county(withCompounds({ completedOn: null }, ['c4']));
    expect(risk({ ...late, today: day('2020-06-30') })?.standing).toBe('risk');
    expect(risk({ ...late, today: day('2020-07-01') })).toMatchObject({ standing: 'proposed' });
    expect(risk(late)?.evidence.map(({ name }) => name)).toEqual(['第4小区']);
    expect(risk(county(withCompounds({ completedOn: day('2020-07-01') }, ['c4'])))?.standing).toBe('proposed');
  });

  it('late answers, grave findings, stopped works, failed acceptances are shown, and never decided by themselves', () => {
    const late = { id: 'x', no: '532302-2020-0001', projectId: null, compoundId: null, dueOn: day('2020-05-16') };
    const facts = county({ complaints: [{ ...late, answeredOn: null, late: true }] });
    expect(risk(facts, 'complaints')).toMatchObject({ standing: 'risk', evidence: [{ name: '532302-2020-0001' }] });
    for (const more of [{ graveOpen: 1 }, { stopped: 1 }, { acceptancesFailed: 2 }])
      expect(risk(county(withProjects(more, 'p2')), 'qualityProblem')).toMatchObject({
        standing: 'risk',
        evidence: [{ name: '第2片区' }],
      });
  });
});

describe('今日得分的页面', () => {
  const unit = { id: 'k', name: '禄丰市', nameEn: null };

  it('tells what each project costs, the dearest first; what is complete in time and accepted costs nothing', () => {
    const late = county(withCompounds({ completedOn: null, accepted: false }, ['c3']));
    const facts = { ...late, projects: late.projects.map((one) => ({ ...one })) };
    expect(liveOf(unit, facts, book).projects).toMatchObject([
      { name: '第2片区', open: 1, cost: { lost: 250, open: 500 + 125 } },
    ]);
    expect(liveOf(unit, county(), book).projects).toEqual([]);
  });

  it('what was complete too late is lost for good, and stays named', () => {
    const facts = county(withCompounds({ completedOn: day('2020-07-01') }, ['c1']));
    expect(liveOf(unit, facts, book).projects).toMatchObject([
      { name: '第1片区', open: 0, cost: { lost: 250, open: 0 } },
    ]);
  });

  it('the board counts what is complete and in time beside the target', () => {
    const facts = county(withCompounds({ completedOn: day('2020-07-01') }, ['c1', 'c2']));
    expect(boardRowOf(unit, facts, book)).toMatchObject({ target: 4, completed: 4, inTime: 2, veto: 'proposed' });
  });

  it('all records of a criterion, what is missing first; none of a criterion that there is not', () => {
    const facts = county(withCompounds({ eligible: false }, ['c4']));
    const rows = criterionRowsOf(unit, facts, book, '1.1')?.tests[1]?.rows;
    expect(rows?.map(({ name }) => name)).toEqual(['第4小区', '第1小区', '第2小区', '第3小区']);
    expect(criterionRowsOf(unit, facts, book, '9.9')).toBeNull();
  });
});
