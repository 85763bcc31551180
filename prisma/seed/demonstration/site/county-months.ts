import type pg from 'pg';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { dueAt, type Outage } from '@/lib/domain/progress/due';
import { addMonths, firstDay, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { pinyinOf } from '@/lib/server/compounds/names';
import type { MonthRow } from '@/lib/server/progress/county-month';
import { summaryContent } from '@/lib/server/progress/summary';
import { type Ground, idOfPerson, instantOf, projectName, type Told } from '../projects/told';
import type { Moment, Stage } from '../votes/types';
import { daysOfMonth, monthsAgo, monthsOf } from './months';
import { DOWN } from './report-steps';
import type { Reported } from './reports';

const { dueDay } = chuxiong2020.reporting;

/** The day on which the system was down, in the days in which the month before the last is reported. */
export function outageOf(ground: Ground): Outage {
  const month = addMonths(monthOf(ground.today), -1 - DOWN.monthsAgo);
  const { to } = daysOfMonth({ ground }, month);
  const at = (time: string) => new Date(instantOf({ ground }, to + DOWN.day, time));
  return { from: at(DOWN.from), to: at(DOWN.to) };
}

export function tellOutage(ground: Ground, prefectureId: string): void {
  const { from, to } = outageOf(ground);
  ground.rows.add('outage', {
    ...{ prefecture_id: prefectureId, from_at: from.toISOString(), to_at: to.toISOString() },
    reason: '州政务云网络设备检修，系统全天无法登录填报',
    recorded_by: ground.person('zhou.zjj1').id,
    recorded_at: new Date(to.getTime() + 16 * 3_600_000).toISOString(),
  });
}

/** Of the last month: summed up and not yet decided, given back, or not summed up though every report is accepted. */
const LAST: Record<string, 'open' | 'returned' | 'none'> = {
  '532323': 'open',
  '532300-KFQ': 'returned',
  '532327': 'none',
};
const BACK = '汇总表没有说明项目前期工作滞后的原因和下月安排，请补充后重新报送';

const before = (step: Moment, other: Moment): boolean =>
  step.day < other.day || (step.day === other.day && step.time < other.time);

/** A project's line as it was when the county summed up; null: its report was not accepted by then. */
function lineOf({ told, id, steps, sendings, content }: Reported, at: Moment): MonthRow | null {
  const past = steps.filter((step) => before(step, at));
  const last = past.at(-1);
  const sent = past.filter(({ is }) => is === 'sent').length;
  const [first, said] = [sendings[0], sendings[sent - 1]?.content];
  if (last?.is !== 'accepted' || !first || !said) return null;
  const { county, code } = told;
  return {
    project: { id: told.id, name: projectName(told), code, stage: content.stage },
    county: { id: county.id, name: county.name, nameEn: null },
    ...{ reportDay: dueDay, reportId: id, status: 'accepted', percentBp: said.percentBp, investment: said.investment },
    ...{ people: said.people, problems: said.problems, firstReceivedAt: instantOf(told, first.day, first.time) },
    acceptedAt: instantOf(told, last.day, last.time),
  };
}

const nameOf = (told: Told, username: string): string =>
  told.ground.person(username).name.split(' ').at(-1) ?? username;

interface Summary extends Moment {
  told: Told;
  month: ReportMonth;
  rows: MonthRow[];
}

/** Summed up on the last day of reporting, when the report of every project was accepted. */
function summaryOf(own: readonly Told[], reports: readonly Reported[], month: ReportMonth): Summary | null {
  const expected = own.filter((told) => monthsOf(told).includes(month));
  const [told] = expected;
  if (!told) return null;
  const ago = monthsAgo(told, month);
  if (ago === 0 && LAST[told.county.code] === 'none') return null;
  const { to } = daysOfMonth(told, month);
  const wasDown = ago === DOWN.monthsAgo;
  const at = { day: to + dueDay + (wasDown ? 1 : 0), time: wasDown ? '16:50' : '17:30' };
  if (at.day >= 0) return null;
  const lines = expected.map(({ id }) => {
    const one = reports.find((report) => report.told.id === id && report.month === month);
    return one ? lineOf(one, at) : null;
  });
  const rows = lines.filter((line) => line !== null);
  const byName = (one: MonthRow, other: MonthRow) =>
    pinyinOf(one.project.name) < pinyinOf(other.project.name) ? -1 : 1;
  return rows.length === expected.length ? { ...at, told, month, rows: rows.toSorted(byName) } : null;
}

const SUM_UP = `INSERT INTO county_month (county_id, month, no, filler, reviewer, signer, content, first_received_at, due_at, submitted_by)
  SELECT county_id, month, 1, filler, reviewer, signer, content, anju_now(), due_at, submitted_by
  FROM jsonb_to_recordset($1::jsonb) AS x (county_id uuid, month date, filler text, reviewer text, signer text, content jsonb, due_at timestamptz, submitted_by uuid)`;
const DECIDE = `UPDATE county_month m SET status = x.status, remark = x.remark, material = CASE WHEN x.status = 'returned' THEN false END, decided_by = x.by, decided_at = x.at, version = version + 1
  FROM jsonb_to_recordset($1::jsonb) AS x (county_id uuid, month date, status text, remark text, by uuid, at timestamptz) WHERE m.county_id = x.county_id AND m.month = x.month`;

const rowOf = ({ told, month, rows }: Summary, outages: readonly Outage[]) => {
  const { county } = told;
  const person = (post: string) => nameOf(told, `${county.letters}.${post}`);
  return {
    ...{ county_id: county.id, month: firstDay(month), content: summaryContent(month, rows) },
    ...{ filler: person('zjj1'), reviewer: person('zjj2'), signer: person('ld1') },
    ...{ due_at: dueAt(month, dueDay, outages).toISOString() },
    submitted_by: idOfPerson(told, `${county.letters}.zjj1`),
  };
};

/** What the prefecture said two days later, where it has. */
function decisionOf({ told, month, day }: Summary): object[] {
  const { county, ground } = told;
  const told0 = monthsAgo({ ground }, month) === 0 ? LAST[county.code] : undefined;
  if (told0 === 'open' || day + 2 >= 0) return [];
  const status = told0 === 'returned' ? 'returned' : 'accepted';
  return [
    {
      ...{ county_id: county.id, month: firstDay(month), status, remark: status === 'returned' ? BACK : null },
      ...{ by: idOfPerson(told, 'zhou.zjj2'), at: instantOf(told, day + 2, '10:40') },
    },
  ];
}

/** 县市汇总: each month that is past, one act of the county; the prefecture accepts it or gives it back. */
export async function loadCountyMonths(
  stage: Stage,
  ground: Ground,
  all: readonly Told[],
  reports: readonly Reported[],
): Promise<void> {
  const outages = [outageOf(ground)];
  const months = [...new Set(reports.map(({ month }) => month))].sort();
  const counties = groupBy(all, ({ county }) => county.code);
  const summaries = months.flatMap((month) => {
    const own = reports.filter((report) => report.month === month);
    return [...counties.values()].flatMap((county) => summaryOf(county, own, month) ?? []);
  });
  for (const group of groupBy(summaries, ({ day, time }) => `${day} ${time}`).values())
    await sumUp(stage, group, outages);
  await stage.client.query(DECIDE, [JSON.stringify(summaries.flatMap(decisionOf))]);
}

async function sumUp({ client, act }: Stage, group: readonly Summary[], outages: readonly Outage[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const rows = group.map((summary) => rowOf(summary, outages));
  await act('zhou.zjj1', first, (): Promise<pg.QueryResult> => client.query(SUM_UP, [JSON.stringify(rows)]));
}
