import { isLate } from '../complaints/limit';
import { type CalendarDate, daysBetween } from '../kernel/calendar-date';
import { groupBy } from '../kernel/group-by';
import { spanOfYear } from '../news/rules';
import type { Outage } from '../progress/due';
import { firstDay, monthOf } from '../progress/report-month';
import { awaits, isLate as isOverdue } from '../supervision/standing';
import { type DueDays, type DueMonth, dueDaysOf, dueMonth, reportedMonths } from './due-months';
import type {
  ComplaintFacts,
  CompoundFacts,
  CountyMonthFacts,
  ProjectFacts,
  ScoreFacts,
  SupervisionFacts,
} from './facts';
import type { RawComplaint, RawCompound, RawCounty, RawProject, RawSupervision } from './raw-facts';

const WORKS = 8;
const ACCEPTANCE = 9;
const NO_LEDGER = { entries: 0, entriesWithFile: 0, payments: 0, paymentsInOrder: 0, received: [] };
const NO_FINDINGS = { findings: 0, findingsLate: 0, graveOpen: 0 };
const NOT_BEGUN = { startedOn: null, begunOn: null, completedOn: null };

const byText =
  <T>(of: (one: T) => string) =>
  (a: T, b: T): number =>
    of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0;

/** Its own report, else that of the whole project, else stage 8, whose works were confirmed. */
const completionOf = ({ completedOn }: RawCompound, { milestones, stages, head }: RawProject): CalendarDate | null =>
  completedOn ?? milestones?.completedOn ?? (head.stage > WORKS ? (stages?.['8'] ?? null) : null);

function compoundOf(raw: RawCompound, project: RawProject): CompoundFacts {
  const { head, buildings = 0, buildingsPlanned, items, rounds = [], notices = [], survey } = raw;
  return {
    ...head,
    // a closed survey divides by the households that it asked
    households: survey?.households ?? head.households,
    planFinal: buildingsPlanned !== undefined,
    ...{ buildings, buildingsPlanned: buildingsPlanned ?? 0 },
    ...{ planned: (items?.planned ?? []).toSorted(), done: (items?.done ?? []).toSorted() },
    ...{ roundsPassed: once(rounds), notices: once(notices) },
    completedOn: completionOf(raw, project),
    accepted: project.head.stage > ACCEPTANCE,
    satisfied: survey?.satisfied ?? null,
  };
}

/** The longest time from `begunOn` to `until` in which nobody looked: days from one look to the next, and at both ends. */
export function longestGap(begunOn: CalendarDate, until: CalendarDate, inspectedOn: readonly CalendarDate[]): number {
  const looks = [begunOn, ...inspectedOn.filter((day) => day > begunOn && day < until), until];
  return looks.reduce((most, day, at) => Math.max(most, daysBetween(looks[at - 1] ?? day, day)), 0);
}

/** Each once, in order: of the same kind there may be several. */
const once = <T>(all: readonly T[]): T[] => [...new Set(all)].sort();

/** The database tells a project's own in any order: a few of each are put in order here, instead of all of a province there. */
const inOrder = (raw: RawProject): RawProject => ({
  ...raw,
  months: (raw.months ?? []).toSorted(byText(([month]) => month)),
  reports: (raw.reports ?? []).toSorted(byText(([month]) => month)),
  inspections: (raw.inspections ?? []).toSorted(),
  ...(raw.ledger && {
    ledger: {
      ...raw.ledger,
      received: raw.ledger.received.toSorted(byText(({ source, kind }) => `${source} ${kind}`)),
    },
  }),
});

/** On which the last compound was complete; null: one is not. */
function completeOn(compounds: readonly CompoundFacts[]): CalendarDate | null {
  const days = compounds.map(({ completedOn }) => completedOn);
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}

interface Read {
  facts: ProjectFacts;
  due: DueMonth[];
}

function projectOf(raw: RawProject, due: DueDays, today: CalendarDate): Read {
  const { head, stages, milestones, months = [], reports = [], ledger = NO_LEDGER, findings = NO_FINDINGS } = raw;
  const { countyId: _, createdOn, ...named } = head;
  const { startedOn, begunOn } = milestones ?? NOT_BEGUN;
  const compounds = (raw.compounds ?? []).map((one) => compoundOf(one, raw)).sort(byText((one) => one.name + one.id));
  const reported = reportedMonths({ ...head, reports, begunOn, finishedOn: stages?.['9'] ?? null }, due, today);
  const inspections = raw.inspections ?? [];
  return {
    due: reported,
    facts: {
      ...named,
      inPlan: raw.inPlan ?? false,
      appliedOn: raw.appliedOn ?? null,
      ...{ startedOn, begunOn, readyOn: stages?.['7'] ?? null },
      months: months.map(([month, basisPoints]) => ({ month, basisPoints })),
      ...{ reportsDue: reported.length, reportsInTime: reported.filter(({ inTime }) => inTime).length },
      ...ledger,
      contracts: once(raw.contracts ?? []),
      inspections: inspections.length,
      longestGap: begunOn === null ? null : longestGap(begunOn, completeOn(compounds) ?? today, inspections),
      ...findings,
      ...{ stopped: raw.stopped ?? 0, acceptancesFailed: raw.acceptancesFailed ?? 0 },
      compounds,
    },
  };
}

type Span = ReturnType<typeof spanOfYear>;

/** The months of the year that one of its projects reports in: the county sums them up by the same day (reportDayOf). */
function countyMonths(raw: RawCounty, reported: readonly DueMonth[], span: Span, due: DueDays): CountyMonthFacts[] {
  const received = new Map((raw.months ?? []).map(([day, on]) => [monthOf(day), on]));
  const months = [...new Set(reported.map(({ month }) => month))].sort();
  return months
    .filter((month) => firstDay(month) >= span.from && firstDay(month) <= span.to)
    .flatMap((month) => dueMonth(month, received.get(month) ?? null, due, raw.head.today))
    .map((one) => ({ ...one, month: firstDay(one.month) }));
}

/** Told on the day of the answer; one that was not taken up or was passed on, on that day. */
function complaintOf(raw: RawComplaint, today: CalendarDate): ComplaintFacts {
  const { id, no, projectId, compoundId, dueOn, answeredOn, endedOn } = raw;
  return { id, no, projectId, compoundId, dueOn, answeredOn: answeredOn ?? endedOn, late: isLate(raw, today) };
}

/** An answer that was given back is none any more; one that was late stays so on record. */
function supervisionOf(raw: RawSupervision, today: CalendarDate): SupervisionFacts {
  const { id, documentNo, title, limitOn, status, lateBefore } = raw;
  const isWaiting = awaits(status) === 'county';
  const late = lateBefore || (isWaiting && isOverdue({ limitOn, today }));
  return { id, documentNo, title, limitOn, answeredOn: isWaiting ? null : raw.answeredOn, late };
}

function countyOf(raw: RawCounty, projects: readonly RawProject[], due: DueDays): ScoreFacts {
  const { id, name, year, startBy, completeBy, today } = raw.head;
  const span = spanOfYear({ year, completeBy });
  const read = projects.map((one) => projectOf(inOrder(one), due, today)).sort(byText(({ facts }) => facts.code));
  const isOfYear = ({ receivedOn }: RawComplaint) => receivedOn >= span.from && receivedOn <= span.to;
  return {
    county: { id, name },
    ...{ year, startBy, completeBy, today },
    plan: raw.plan ?? null,
    survey: raw.survey ?? { compounds: 0, eligible: 0 },
    leadingGroup: raw.leadingGroup ?? null,
    projects: read.map(({ facts }) => facts),
    months: countyMonths(
      raw,
      read.flatMap((one) => one.due),
      span,
      due,
    ),
    complaints: (raw.complaints ?? []).filter(isOfYear).map((one) => complaintOf(one, today)),
    supervisions: (raw.supervisions ?? []).map((one) => supervisionOf(one, today)),
    news: raw.news ?? [],
  };
}

export interface RawScoreFacts {
  counties: readonly RawCounty[];
  projects: readonly RawProject[];
  outages: readonly Outage[];
}

/** The facts of all counties that were read, in the order of the units (domain.md §8): what a day or a month means is decided here, by the rules of each subject. */
export function readScoreFacts({ counties, projects, outages }: RawScoreFacts): ScoreFacts[] {
  const reportDay = counties[0]?.head.reportDay ?? 1;
  const due = dueDaysOf(reportDay, outages);
  const ofCounty = groupBy(projects, ({ head }) => head.countyId);
  return [...counties]
    .sort((a, b) => a.head.order[0] - b.head.order[0] || byText<RawCounty>(({ head }) => head.order[1])(a, b))
    .map((county) => countyOf(county, ofCounty.get(county.head.id) ?? [], due));
}
