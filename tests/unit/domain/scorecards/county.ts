import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { CompoundFacts, NewsFacts, ProjectFacts, ScoreFacts } from '@/lib/domain/scorecards/facts';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import type { CriterionScore } from '@/lib/domain/scorecards/sheet';

export const day = calendarDateOf;

export const compound = (no: number, more: Partial<CompoundFacts> = {}): CompoundFacts => ({
  ...{ id: `c${no}`, name: `第${no}小区`, eligible: true, households: 50, planFinal: true },
  ...{ buildings: 2, buildingsPlanned: 2, planned: ['C-R01', 'C-I09', 'B-I05'], done: ['C-R01', 'C-I09', 'B-I05'] },
  ...{ roundsPassed: [1, 2], notices: ['list', 'design', 'result'], completedOn: day('2020-06-20') },
  ...{ accepted: true, satisfied: 45 },
  ...more,
});

export const project = (no: number, more: Partial<ProjectFacts> = {}): ProjectFacts => ({
  ...{ id: `p${no}`, code: `532302-2020-00${no}`, name: `第${no}片区`, status: 'active', stage: 11, inPlan: true },
  ...{ appliedOn: day('2020-01-10'), startedOn: day('2020-02-20'), begunOn: day('2020-02-18') },
  ...{ readyOn: day('2020-02-15'), months: [], reportsDue: 5, reportsInTime: 5 },
  ...{ entries: 6, entriesWithFile: 6, payments: 2, paymentsInOrder: 2 },
  ...{
    received: [
      { source: 'local', kind: 'county', amount: '1000000' },
      { source: 'social', kind: 'rot', amount: '500000' },
    ],
  },
  ...{ contracts: ['epc'], inspections: 4, longestGap: 40, findings: 3, findingsLate: 0, graveOpen: 0 },
  ...{ stopped: 0, acceptancesFailed: 0, propertyService: '彝海物业' },
  compounds: [compound(2 * no - 1), compound(2 * no)],
  ...more,
});

export const piece = (no: number, kind: string, level: NewsFacts['level']): NewsFacts => ({
  ...{ id: `n${no}`, title: `信息${no}`, kind, level, happenedOn: day('2020-05-01') },
});

/** A county whose every record is as it should be: two projects of two compounds each, on the day after the year's day of completion. */
export const county = (more: Partial<ScoreFacts> = {}): ScoreFacts => ({
  ...{ county: { id: 'k', name: '禄丰市' }, year: 2020, startBy: day('2020-02-29'), completeBy: day('2020-06-30') },
  ...{ today: day('2020-07-01'), plan: { id: 'a', no: 1, documentNo: '楚住建城〔2020〕9号', target: 4 } },
  ...{ survey: { compounds: 60, eligible: 52 } },
  leadingGroup: {
    ...{ id: 'g', documentNo: '禄政发〔2020〕3号', documentOn: day('2020-01-20'), head: '张*' },
    ...{ headPost: '市长', hasFile: true },
  },
  projects: [project(1), project(2)],
  months: ['2020-02-01', '2020-03-01'].map((month) => ({
    ...{ month: day(month), dueOn: day(`${month.slice(0, 6)}${Number(month[6]) + 1}-05`), inTime: true },
    receivedOn: day(`${month.slice(0, 6)}${Number(month[6]) + 1}-04`),
  })),
  ...{ complaints: [], supervisions: [] },
  news: [
    piece(1, 'report', 'province'),
    piece(2, 'interview', 'prefecture'),
    ...[3, 4, 5].map((no) => piece(no, 'progress', 'county')),
  ],
  ...more,
});

/** The same change to every project, or to every compound, of the county; with `only` to that one. */
export const withProjects = (more: Partial<ProjectFacts>, only?: string): Partial<ScoreFacts> => ({
  projects: county().projects.map((one) => (only === undefined || one.id === only ? { ...one, ...more } : one)),
});
export const withCompounds = (more: Partial<CompoundFacts>, only: readonly string[] = []): Partial<ScoreFacts> => ({
  projects: county().projects.map((one) => ({
    ...one,
    compounds: one.compounds.map((own) => (only.length === 0 || only.includes(own.id) ? { ...own, ...more } : own)),
  })),
});

export const criterion = (facts: ScoreFacts, id: string): CriterionScore => {
  const found = criteriaOf(scoreOf(facts, chuxiong2020)).find((one) => one.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return found;
};
