import 'server-only';
import { parseArea } from '@/lib/domain/kernel/area';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { type Money, parseMoney } from '@/lib/domain/kernel/money';
import { compareRatios } from '@/lib/domain/kernel/ratio';
import type { Overview, OverviewMoment, UnitOverview } from '@/lib/domain/overview/answers';
import { addMonths, firstDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import { formatAreaShort } from '@/lib/format/area';
import { formatDate } from '@/lib/format/date';
import { formatWanYuan } from '@/lib/format/money';
import { formatCount } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';

/** What is told, and what it is compared with: the month's end before it; null where none is kept. */
export interface BriefFacts {
  told: Overview;
  before: OverviewMoment | null;
}

export type SentenceCode = 'completion' | 'year' | 'behind' | 'lights' | 'money' | 'benefit' | 'changes';
export interface BriefSentence {
  code: SentenceCode;
  text: string;
}

/** The API's own decimal text, exact. */
const fenOf = (text: string): Money => {
  const fen = parseMoney(text);
  if (!fen.ok) throw new Error(`brief: ${text} is no money`);
  return fen.value;
};
const areaOf = (text: string) => {
  const area = parseArea(text);
  return area.ok ? area.value : null;
};
const wan = (text: string) => formatWanYuan(fenOf(text), 'zh-CN').replace(' ', '');
const count = (n: number) => formatCount(n);
const whole = ({ unit: { level, name } }: Overview) => (level === 'prefecture' ? '全州' : name);

/** The day whose evening is told: today, or the last day of the month. */
export const dayOf = ({ month, today }: Pick<Overview, 'month' | 'today'>): string =>
  formatDate(month ? addDays(firstDay(addMonths(month as ReportMonth, 1)), -1) : calendarDateOf(today), 'zh-CN');

function completion(told: Overview): string {
  const { baseline, baselineYear, unfrozen, started, completed, needed } = told.completion;
  const begins = `截至${dayOf(told)}，${whole(told)}累计开工${count(started.compounds)}个小区、完工${count(completed.compounds)}个`;
  if (!baseline || needed === null) return `${begins}。排查总量没有锁定，暂不计算比例。`;
  const of = (part: number) => formatPercent(part, baseline.compounds);
  const share = `占${baselineYear}年度排查总量${count(baseline.compounds)}个的${of(started.compounds)}、${of(completed.compounds)}`;
  const apart = unfrozen > 0 ? `（${count(unfrozen)}个县市总量没有锁定，未计入）` : '';
  const left = needed - completed.compounds;
  const due = `${formatDate(calendarDateOf(told.completeBy), 'zh-CN')}前应累计完工${count(needed)}个（${told.targetShare}%）`;
  return `${begins}，${share}${apart}。${due}，${left > 0 ? `还差${count(left)}个` : '已经达到'}。`;
}

function ofYear({ year, completion: { ofYear: own } }: Overview): string {
  const task = own.target === null ? '计划没有下达任务' : `任务${count(own.target)}个`;
  const late = own.startedLate + own.completedLate;
  const behind = late > 0 ? `；迟于时限开工${count(own.startedLate)}个、完工${count(own.completedLate)}个` : '';
  return `${year}年度${task}，已开工${count(own.started)}个、完工${count(own.completed)}个、验收${count(own.accepted)}个${behind}。`;
}

const MOST_NAMED = 3;

/** The counties with the smallest share complete; those of which no total is frozen are not compared. */
export function leastComplete(units: readonly UnitOverview[]): UnitOverview[] {
  const known = units.filter(({ baseline }) => baseline !== null && baseline > 0);
  const compare = (a: UnitOverview, b: UnitOverview) =>
    compareRatios(BigInt(a.completed), BigInt(a.baseline ?? 1), BigInt(b.completed), BigInt(b.baseline ?? 1));
  const [least] = [...known].sort(compare);
  return least ? known.filter((unit) => compare(unit, least) === 0) : [];
}

function behind({ units, unit }: Overview): string | null {
  const least = unit.level === 'prefecture' ? leastComplete(units) : [];
  const [first] = least;
  if (!first || least.length === units.length) return null;
  const names = least.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = least.length > MOST_NAMED ? `等${count(least.length)}个县市` : '';
  return `完工率最低的是${names.join('、')}${more}，为${formatPercent(first.completed, first.baseline ?? 0)}。`;
}

function lights({ lights: of, units, unit }: Overview): string {
  if (!of) return '当月末没有留存亮灯情况。';
  const lit = units.flatMap(({ name, red }) => (red ? [{ name, red }] : [])).sort((a, b) => b.red - a.red);
  const red = unit.level === 'prefecture' ? lit : [];
  const named = red.slice(0, MOST_NAMED).map(({ name, red: n }) => `${name}${count(n)}个`);
  const more = red.length > MOST_NAMED ? `，共${count(red.length)}个县市` : '';
  const where = red.length > 0 ? `（${named.join('、')}${more}）` : '';
  return `项目亮红灯${count(of.red)}个${where}、黄灯${count(of.yellow)}个、绿灯${count(of.green)}个。`;
}

const money = ({ year, money: { totals } }: Overview): string =>
  `${year}年度资金计划${wan(totals.planned)}，下达${wan(totals.allocated)}、到位${wan(totals.received)}、支付${wan(totals.paid)}。`;

const benefit = ({ benefit: of }: Overview): string =>
  `本年度完工小区惠及${count(of.households)}户，建筑面积${formatAreaShort(areaOf(of.floorArea), 'zh-CN').replace(' ', '')}。`;

function changes({ told, before }: BriefFacts): string | null {
  if (!before?.month) return null;
  const [started, completed] = (['started', 'completed'] as const).map(
    (what) => told.completion[what].compounds - before.completion[what].compounds,
  );
  const paid = fenOf(told.money.totals.paid) - fenOf(before.money.totals.paid);
  const more = (n = 0) => (n < 0 ? `减少${count(-n)}个` : `增加${count(n)}个`);
  const sum = formatWanYuan(paid < 0n ? -paid : paid, 'zh-CN').replace(' ', '');
  const month = Number(before.month.slice(5));
  return `与${month}月末相比，开工${more(started)}、完工${more(completed)}，支付${paid < 0n ? '减少' : '增加'}${sum}。`;
}

/** 简报 in sentences, each from the figures alone (tests/unit/overview/brief.test.ts holds every number to its figure). */
export function briefSentences(facts: BriefFacts): BriefSentence[] {
  const { told } = facts;
  const all: [SentenceCode, string | null][] = [
    ['completion', completion(told)],
    ['year', ofYear(told)],
    ['behind', behind(told)],
    ['lights', lights(told)],
    ['money', money(told)],
    ['benefit', benefit(told)],
    ['changes', changes(facts)],
  ];
  return all.flatMap(([code, text]) => (text === null ? [] : [{ code, text }]));
}
