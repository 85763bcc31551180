import { formatMoney } from '../../kernel/money';
import { inChinese } from '../../notices/paper';
import { grouped } from '../../papers/grouped-money';
import { inWords } from '../../papers/numbering';
import type { OfficialPaper, PaperTable } from '../../papers/types';
import type { Rulebook } from '../../rulebook/schema';
import type { Columns } from '../columns';
import type { ScoreFacts } from '../facts';
import type { IndicatorScore, Points, ScoreSheet } from '../sheet';
import { criterionWords, quoted, type Say } from './criterion-words';
import { markOf, pointsText } from './words';

export interface SelfReportWords {
  /** the county's own: closes 基本情况 where it has something to add; 存在问题; 下一步打算 */
  summary: string | null;
  problems: string;
  plans: string;
  /** by criterion, where it says something */
  reasons: ReadonlyMap<string, string>;
  proofs: ReadonlyMap<string, readonly string[]>;
  bonus: readonly { title: string; points: Points; proofs: readonly string[] }[];
}

export interface SelfReportHead {
  /** 发文机关 and 署名 */
  issuer: string;
  addressee: string;
  documentNo: string | null;
  /** 成文日期, 2020-11-30 */
  date: string;
}

export interface Scored {
  facts: ScoreFacts;
  sheet: ScoreSheet;
  book: Rulebook;
  columns: Columns;
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function moneyLine({ projects }: ScoreFacts, book: Rulebook): string {
  const received = projects.flatMap((project) => project.received);
  const sumOf = (parts: typeof received) => parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const yuan = (fen: bigint) => `${grouped(formatMoney(fen))}元`;
  const named = book.funding.sources
    .map(({ code, name }) => ({ name, sum: sumOf(received.filter(({ source }) => source === code)) }))
    .filter(({ sum }) => sum > 0n);
  const total = sumOf(received);
  if (total <= 0n) return '本年度项目没有到位资金的记录。';
  return `本年度项目到位资金${yuan(total)}，其中${named.map(({ name, sum }) => `${name}${yuan(sum)}`).join('，')}。`;
}

function targetLine({ plan, projects, completeBy }: ScoreFacts): string {
  const compounds = projects.flatMap((project) => project.compounds);
  const count = (is: (compound: (typeof compounds)[number]) => boolean) => compounds.filter(is).length;
  const done = count(({ completedOn }) => completedOn !== null);
  const inTime = count(({ completedOn }) => completedOn !== null && completedOn <= completeBy);
  const target =
    plan && plan.target > 0
      ? `${plan.documentNo ? `年度实施计划（${plan.documentNo}）` : '年度实施计划'}确定目标任务${plan.target}个小区`
      : '本年度没有下达目标任务';
  return `${target}。已上报完成${done}个小区，其中${inChinese(completeBy)}前（含当日）完成${inTime}个，通过竣工验收${count(({ accepted }) => accepted)}个。`;
}

/** 一、基本情况: projects, compounds, target, money, and what it comes to. */
function situation({ facts, book, columns, sheet }: Scored): string[] {
  const { county, year, projects, survey, leadingGroup, today } = facts;
  const compounds = projects.flatMap((project) => project.compounds);
  const households = compounds.reduce((sum, one) => sum + one.households, 0);
  const group = leadingGroup
    ? `成立了领导机构（${leadingGroup.documentNo}），由${leadingGroup.head}（${leadingGroup.headPost}）任组长。`
    : '';
  const { base, bonus, total, grade } = columns.self;
  return [
    `${county.name}排查摸底小区${survey.compounds}个，符合改造条件${survey.eligible}个。${group}${year}年度实施改造项目${projects.length}个，涉及小区${compounds.length}个、${households}户。${targetLine(facts)}`,
    moneyLine(facts, book),
    `以上数据以信息系统${inChinese(today)}的记录为准。对照《${book.scorecard.title}》自评，基础分${pointsText(base)}分，加分${pointsText(Math.min(bonus, book.scorecard.bonus.cap * 100))}分，总分${pointsText(total)}分，对应等次为${grade.name}。其中系统按记录计算${pointsText(sheet.value)}分。`,
  ];
}

/** 二、逐项自评: each indicator under a heading of its own, each criterion a paragraph. */
function indicators({ sheet, book, columns }: Scored, words: SelfReportWords, say: Say): string[] {
  const all = sheet.groups.flatMap((group) => group.indicators);
  const printed = book.scorecard.groups.flatMap((group) => group.indicators);
  const scoreText = ({ code }: IndicatorScore) => pointsText(columns.self.indicators.get(code) ?? 0);
  return all.flatMap((indicator, at) => [
    `（${inWords(at + 1)}）${indicator.name}（分值${indicator.points / 100}分，自评${scoreText(indicator)}分）`,
    ...indicator.criteria.map((criterion) => {
      const { id } = criterion;
      const of = printed.find(({ code }) => code === indicator.code);
      const claim = {
        points: columns.self.values.get(id) ?? 0,
        reason: words.reasons.get(id) ?? null,
        proofs: words.proofs.get(id) ?? [],
      };
      return criterionWords(criterion, claim, { mark: of ? markOf(of, id) : '', say });
    }),
  ]);
}

const bonusLines = ({ bonus }: SelfReportWords): string[] =>
  bonus.length === 0
    ? ['本年度没有申报加分事项。']
    : bonus.map(
        ({ title, points, proofs }, at) =>
          `${at + 1}．${title}，申报加分${pointsText(points)}分${proofs.length > 0 ? `（支撑材料：${proofs.map(quoted).join('、')}）` : ''}。`,
      );

function overview({ sheet, columns }: Scored): PaperTable {
  const row = (name: string, { name: indicator, code, points }: IndicatorScore): string[] => {
    const value = columns.self.indicators.get(code) ?? 0;
    return [name, indicator, pointsText(points), pointsText(value), pointsText(points - value)];
  };
  const all = sheet.groups.reduce((sum, { points }) => sum + points, 0);
  return {
    caption: '自评得分一览',
    grouped: true,
    head: ['一级指标', '二级指标', '分值', '自评分', '失分'],
    rows: [
      ...sheet.groups.flatMap((group) => group.indicators.map((one, at) => row(at === 0 ? group.name : '', one))),
      ['合计', '', pointsText(all), pointsText(columns.self.base), pointsText(all - columns.self.base)],
    ],
  };
}

/** 自评报告 (P四(四)4) of a county and year, from the facts as they were frozen and the county's own words. */
export function selfReport(scored: Scored, words: SelfReportWords, head: SelfReportHead, say: Say): OfficialPaper {
  const { facts, book } = scored;
  return {
    issuer: head.issuer,
    documentNo: head.documentNo,
    title: `关于${facts.year}年度城镇老旧小区改造绩效评价的自评报告`,
    addressee: head.addressee,
    body: [
      ...['一、基本情况', ...situation(scored), ...lines(words.summary ?? '')],
      ...['二、逐项自评', ...indicators(scored, words, say)],
      ...['三、加分事项', ...bonusLines(words)],
      ...['四、存在问题', ...lines(words.problems)],
      ...['五、下一步打算', ...lines(words.plans)],
    ],
    tables: [overview(scored)],
    attachments: [book.scorecard.title, '支撑材料包'],
    signed: head.issuer,
    date: inChinese(head.date),
  };
}
