import { describe, expect, it } from 'vitest';
import { parseRulebook } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { gradeOf } from '@/lib/domain/scorecards/grades';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import { secondTemplate } from '@/tests/support/second-template';
import { county, withCompounds, withProjects } from './county';

const book = (): Rulebook => {
  const parsed = parseRulebook(secondTemplate());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
  return parsed.value;
};
const changed = (change: (data: Rulebook) => void) => {
  const data = secondTemplate() as Rulebook;
  change(data);
  const parsed = parseRulebook(data);
  return parsed.ok ? [] : parsed.reasons;
};

describe('the scorecard of another province', () => {
  it('loads: five groups, eighteen indicators, 100 points', () => {
    const { groups } = book().scorecard;
    expect(groups).toHaveLength(5);
    expect(groups.flatMap(({ indicators }) => indicators)).toHaveLength(18);
  });

  it('is reckoned by the same rules: what this county has is worth something else there', () => {
    const sheet = scoreOf(county(), book());
    // short: inspected every 40 days (C5), three briefs of five (E2), nothing attested yet (E3)
    expect(sheet.value).toBe(8_900);
    const lost = criteriaOf(sheet).filter((one) => one.lost > 0);
    expect(lost.map(({ id, points }) => [id, points])).toEqual([
      ['C5', 500],
      ['E2', 300],
      ['E3', 300],
    ]);
    const half = scoreOf(county(withCompounds({ completedOn: null }, ['c1', 'c2'])), book());
    expect(sheet.value - half.value).toBe(850 + 350);
    const sixty = criteriaOf(scoreOf(county(withCompounds({ satisfied: 30 })), book())).find(({ id }) => id === 'D1');
    expect(sixty).toMatchObject({ value: 300, formula: { reached: 60, next: 75, missing: 30 } });
  });

  it('half of the projects with property service are enough where the template says so', () => {
    const at = (one: Rulebook) =>
      criteriaOf(scoreOf(county(withProjects({ propertyService: null }, 'p1')), one)).find(({ id }) => id === 'E1');
    expect(at(book())?.value).toBe(400);
    const data = secondTemplate() as Rulebook;
    for (const way of data.scoring?.criteria ?? [])
      if (way.criterion === 'E1' && way.tests[0]) way.tests[0].holds = { rule: 'percent', atLeast: 51 };
    expect(at(data)?.value).toBe(0);
  });

  it.each([
    [11_000, 'a'],
    [9_500, 'a'],
    [9_499, 'b'],
    [8_500, 'b'],
    [8_499, 'c'],
    [7_000, 'c'],
    [6_999, 'd'],
    [0, 'd'],
  ])('its bands have no gap: %i hundredths are %s', (total, code) => {
    expect(gradeOf(total, false, book().scorecard).code).toBe(code);
  });

  it('has its own ground of veto', () => {
    const [risk] = vetoRisks(county(withProjects({ graveOpen: 2 }, 'p2')), book());
    expect(risk).toMatchObject({ code: 'accident', standing: 'risk', peopleOnly: false });
    expect(risk?.evidence.map(({ name }) => name)).toEqual(['第2片区']);
  });
});

describe('a template that is wrong is refused when it is loaded', () => {
  it('points that do not add up, at every level', () => {
    const faults = changed(({ scorecard }) => {
      const first = scorecard.groups[0]?.indicators[0]?.criteria[0];
      if (first) first.points = 5;
    });
    expect(faults).toEqual([{ code: 'rulebook.wrongSum', params: { where: '调查摸底', found: 5, expected: 4 } }]);
  });

  it.each<[string, (data: Rulebook) => void, string]>([
    ['grades with a gap at the bottom', ({ scorecard }) => scorecard.grades.pop(), 'rulebook.gradesOutOfOrder'],
    [
      'a computed criterion that nothing computes',
      ({ scoring }) => scoring?.criteria.pop(),
      'rulebook.unknownReference',
    ],
    ['a grading without its measure', ({ scoring }) => scoring?.graded.pop(), 'rulebook.unknownReference'],
    [
      'a ratio of something that is not measured',
      ({ scorecard }) => {
        for (const one of scorecard.groups[2]?.indicators[1]?.criteria ?? [])
          if (one.award === 'ratio') one.part = 'happyCompounds';
      },
      'rulebook.unknownReference',
    ],
    [
      'preference for a grade that is not there',
      ({ scoring }) => {
        if (scoring) scoring.preference.grade = 'excellent';
      },
      'rulebook.unknownReference',
    ],
  ])('%s', (_, change, code) => {
    expect(changed(change).map((one) => one.code)).toContain(code);
  });
});
