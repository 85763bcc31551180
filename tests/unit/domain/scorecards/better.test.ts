import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { parseRulebook } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { CompoundFacts, ProjectFacts, ScoreFacts } from '@/lib/domain/scorecards/facts';
import { gradeOf } from '@/lib/domain/scorecards/grades';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import { secondTemplate } from '@/tests/support/second-template';
import { compound, county, day, piece, project } from './county';

const START = day('2020-01-01');
const date = fc.integer({ min: 0, max: 240 }).map((days) => addDays(START, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const some = <T>(all: readonly T[]) => fc.subarray([...all]);
const ITEMS = ['C-R01', 'C-I08', 'C-I09', 'B-I05', 'B-R01'];

const compoundFacts = fc
  .record({
    eligible: fc.boolean(),
    households: fc.integer({ min: 1, max: 80 }),
    planFinal: fc.boolean(),
    buildings: fc.integer({ min: 0, max: 4 }),
    buildingsPlanned: fc.integer({ min: 0, max: 4 }),
    planned: some(ITEMS),
    done: some(ITEMS),
    roundsPassed: some([1, 2]),
    notices: some(['list', 'plan', 'design', 'result'] as const),
    completedOn: maybe(date),
    accepted: fc.boolean(),
    satisfied: maybe(fc.integer({ min: 0, max: 80 })),
  })
  .map(
    (one): Partial<CompoundFacts> => ({
      ...one,
      satisfied: one.satisfied === null ? null : Math.min(one.satisfied, one.households),
    }),
  );

const projectFacts = fc
  .record({
    appliedOn: maybe(date),
    startedOn: maybe(date),
    begunOn: maybe(date),
    readyOn: maybe(date),
    stage: fc.integer({ min: 1, max: 11 }),
    reportsDue: fc.integer({ min: 0, max: 5 }),
    reportsInTime: fc.integer({ min: 0, max: 5 }),
    entries: fc.integer({ min: 0, max: 4 }),
    entriesWithFile: fc.integer({ min: 0, max: 4 }),
    payments: fc.integer({ min: 0, max: 3 }),
    paymentsInOrder: fc.integer({ min: 0, max: 3 }),
    received: some([
      { source: 'local', kind: 'county', amount: '100' },
      { source: 'social', kind: 'ppp', amount: '100' },
      { source: 'central', kind: '', amount: '100' },
    ]),
    contracts: some(['epc', 'construction', 'consulting']),
    inspections: fc.integer({ min: 0, max: 4 }),
    longestGap: maybe(fc.integer({ min: 0, max: 150 })),
    findings: fc.integer({ min: 0, max: 3 }),
    findingsLate: fc.integer({ min: 0, max: 2 }),
    graveOpen: fc.integer({ min: 0, max: 2 }),
    propertyService: maybe(fc.constant('彝海物业')),
    compounds: fc.array(compoundFacts, { minLength: 1, maxLength: 3 }),
  })
  .map(({ compounds, ...one }) => ({ one, compounds }));

const facts: fc.Arbitrary<ScoreFacts> = fc
  .record({
    projects: fc.array(projectFacts, { maxLength: 4 }),
    today: date,
    target: fc.integer({ min: 0, max: 8 }),
    hasPlan: fc.boolean(),
    hasGroup: fc.boolean(),
    surveyed: fc.integer({ min: 0, max: 3 }),
    late: fc.array(fc.boolean(), { maxLength: 3 }),
    asked: fc.array(fc.boolean(), { maxLength: 3 }),
    months: fc.array(fc.boolean(), { maxLength: 4 }),
    news: fc.array(
      fc.record({
        kind: fc.constantFrom('report', 'praise', 'siteMeeting', 'interview', 'progress'),
        level: fc.constantFrom('county' as const, 'prefecture' as const, 'province' as const),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ projects, today, target, hasPlan, hasGroup, surveyed, late, asked, months, news }) => {
    const whole = county();
    let no = 0;
    return county({
      today,
      plan: hasPlan && whole.plan ? { ...whole.plan, target } : null,
      leadingGroup: hasGroup ? whole.leadingGroup : null,
      survey: { compounds: surveyed, eligible: surveyed },
      projects: projects.map(({ one, compounds }, at) =>
        project(at + 1, { ...one, compounds: compounds.map((own) => compound(++no, own)) }),
      ),
      complaints: late.map((isLate, at) => ({
        ...{
          id: `k${at}`,
          no: `${at}`,
          projectId: null,
          compoundId: null,
          dueOn: today,
          answeredOn: today,
          late: isLate,
        },
      })),
      supervisions: asked.map((isLate, at) => ({
        ...{ id: `s${at}`, documentNo: `${at}`, title: '督办', limitOn: today, answeredOn: today, late: isLate },
      })),
      months: months.map((inTime) => ({ month: START, dueOn: today, receivedOn: today, inTime })),
      news: news.map(({ kind, level }, at) => piece(at, kind, level)),
    });
  });

/** A change that the office would call better. Nothing happens where there is nothing to better. */
type Better = (facts: ScoreFacts, at: number) => ScoreFacts;

const eachProject =
  (change: (one: ProjectFacts, facts: ScoreFacts) => Partial<ProjectFacts>): Better =>
  (all, at) => ({
    ...all,
    projects: all.projects.map((one, no) =>
      no === at % Math.max(all.projects.length, 1) ? { ...one, ...change(one, all) } : one,
    ),
  });
const eachCompound = (change: (one: CompoundFacts, facts: ScoreFacts) => Partial<CompoundFacts>): Better =>
  eachProject(({ compounds }, all) => ({
    compounds: compounds.map((one, no) => (no === 0 ? { ...one, ...change(one, all) } : one)),
  }));
const sooner = (on: CalendarDate | null, today: CalendarDate): CalendarDate => (on === null ? today : addDays(on, -1));
const more = <T>(all: readonly T[], one: T): T[] => (all.includes(one) ? [...all] : [...all, one]);
const first = <T extends { late: boolean }>(all: readonly T[]): T[] =>
  all.map((one, at) => (at === 0 ? { ...one, late: false } : one));

const BETTER: Record<string, Better> = {
  'a compound is complete, or a day sooner': eachCompound(({ completedOn }, { today }) => ({
    completedOn: sooner(completedOn, today),
  })),
  'a compound is accepted': eachCompound(() => ({ accepted: true })),
  'a compound is found eligible': eachCompound(() => ({ eligible: true })),
  'a plan is final': eachCompound(() => ({ planFinal: true })),
  'one building more is planned': eachCompound(({ buildingsPlanned }) => ({ buildingsPlanned: buildingsPlanned + 1 })),
  'an item for the elderly is planned': eachCompound(({ planned }) => ({ planned: more(planned, 'C-I09') })),
  'an item is done': eachCompound(({ done }) => ({ done: more(done, 'C-R01') })),
  'a round is passed': eachCompound(({ roundsPassed }) => ({ roundsPassed: more(roundsPassed, 2) })),
  'a notice is complete': eachCompound(({ notices }) => ({ notices: more(notices, 'design') })),
  'one household more is satisfied': eachCompound(({ satisfied, households }) => ({
    satisfied: Math.min((satisfied ?? 0) + 1, households),
  })),
  'an application comes, or a day sooner': eachProject(({ appliedOn }, { today }) => ({
    appliedOn: sooner(appliedOn, today),
  })),
  'a start is reported, or a day sooner': eachProject(({ startedOn }, { today }) => ({
    startedOn: sooner(startedOn, today),
  })),
  'work begins after all that must be there': eachProject(({ begunOn, readyOn, longestGap }, { today }) =>
    begunOn === null && readyOn !== null && readyOn <= today
      ? { begunOn: today, longestGap: longestGap ?? 0 }
      : { begunOn, longestGap },
  ),
  'what must be there is there a day sooner': eachProject(({ readyOn }) => ({
    readyOn: readyOn === null ? null : addDays(readyOn, -1),
  })),
  'a report more is in time': eachProject(({ reportsInTime, reportsDue }) => ({
    reportsInTime: Math.min(reportsInTime + 1, Math.max(reportsDue, reportsInTime)),
  })),
  'a voucher is filed': eachProject(({ entriesWithFile }) => ({ entriesWithFile: entriesWithFile + 1 })),
  'a payment is in order': eachProject(({ paymentsInOrder }) => ({ paymentsInOrder: paymentsInOrder + 1 })),
  'county money comes': eachProject(({ received }) => ({
    received: [...received, { source: 'local', kind: 'county', amount: '1' }],
  })),
  'social capital comes': eachProject(({ received }) => ({
    received: [...received, { source: 'social', kind: 'rot', amount: '1' }],
  })),
  'an EPC contract': eachProject(({ contracts }) => ({ contracts: more(contracts, 'epc') })),
  'an inspection more': eachProject(({ inspections, longestGap }) => ({
    inspections: inspections + 1,
    longestGap: longestGap === null ? null : Math.floor(longestGap / 2),
  })),
  'a finding is put right in time': eachProject(({ findingsLate }) => ({
    findingsLate: Math.max(findingsLate - 1, 0),
  })),
  'a grave finding is closed': eachProject(({ graveOpen }) => ({ graveOpen: Math.max(graveOpen - 1, 0) })),
  'property service comes': eachProject(({ propertyService }) => ({ propertyService: propertyService ?? '彝海物业' })),
  'a leading group is set up': (all) => ({ ...all, leadingGroup: county().leadingGroup }),
  'the survey is made': (all) => ({ ...all, survey: { compounds: all.survey.compounds + 1, eligible: 1 } }),
  'a complaint was answered in time': (all) => ({ ...all, complaints: first(all.complaints) }),
  'a supervision notice was answered in time': (all) => ({ ...all, supervisions: first(all.supervisions) }),
  'a month was sent in time': (all) => ({
    ...all,
    months: all.months.map((one, at) => (at === 0 ? { ...one, inTime: true } : one)),
  }),
  'a piece of news': (all) => ({ ...all, news: [...all.news, piece(99, 'praise', 'province')] }),
};

const other = parseRulebook(secondTemplate());
const BOOKS: [string, Rulebook][] = [
  ['楚雄州', chuxiong2020],
  ...(other.ok ? [['another province', other.value] as [string, Rulebook]] : []),
];
const STANDINGS = ['none', 'risk', 'proposed'];

describe.each(BOOKS)('no fact that is better for the county ever lowers its score: %s', (_, book) => {
  it.each(Object.entries(BETTER))('%s', (_what, better) => {
    fc.assert(
      fc.property(facts, fc.nat(20), (before, at) => {
        const after = better(before, at);
        const [was, is] = [scoreOf(before, book), scoreOf(after, book)];
        const now = new Map(criteriaOf(is).map(({ id, value }) => [id, value]));
        for (const { id, value } of criteriaOf(was)) expect(now.get(id), id).toBeGreaterThanOrEqual(value);
        expect(is.value).toBeGreaterThanOrEqual(was.value);
        const grades = book.scorecard.grades.map(({ code }) => code);
        const place = (value: number) => grades.indexOf(gradeOf(value, false, book.scorecard).code);
        expect(place(is.value)).toBeLessThanOrEqual(place(was.value));
        const risks = new Map(vetoRisks(after, book).map(({ code, standing }) => [code, STANDINGS.indexOf(standing)]));
        for (const { code, standing } of vetoRisks(before, book))
          expect(risks.get(code), code).toBeLessThanOrEqual(STANDINGS.indexOf(standing));
      }),
      { numRuns: 50 },
    );
  });

  it('a score is never below nothing and never above what the template gives', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { value, groups } = scoreOf(one, book);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(10_000);
        for (const group of groups) expect(group.value).toBeLessThanOrEqual(group.points);
      }),
    );
  });
});

it('both templates are there', () => expect(BOOKS).toHaveLength(2));
