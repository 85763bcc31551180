import type { CalendarDate } from '../kernel/calendar-date';
import type { OfficialPaper, PaperTable } from '../papers/types';
import { CHOICE_LABELS } from '../votes/labels';
import { CHOICES } from '../votes/types';
import type { NoticeFacts, RoundFacts, SchemeFacts } from './facts';

/** What a notice says, wherever it is read: on the public page, on paper, as a file. Always in Chinese: it is the official text. */
export interface NoticeText {
  title: string;
  documentNo: string | null;
  issuer: string;
  body: string;
  days: number;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  facts: NoticeFacts;
}

export const inChinese = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const AREA_KINDS = { floor: '建筑面积', exclusive: '专有面积' } as const;

/** 楼栋、业主、面积: what the notice reaches. */
export function scopeLine({ scope }: NoticeFacts): string {
  const owners = scope.owners > 0 ? `业主${scope.owners}名，` : '';
  return `公示范围：${scope.compounds}个小区，${scope.buildings}栋楼，${scope.households}户，${owners}${AREA_KINDS[scope.areaKind]}${scope.area}平方米。`;
}

/** 民法典 201: from the day after publication, to the end of the last day. */
export function periodLine({ days, startsOn, endsOn }: Pick<NoticeText, 'days' | 'startsOn' | 'endsOn'>): string {
  return startsOn && endsOn
    ? `公示期：${days}天，自${inChinese(startsOn)}发布之日的次日起，至${inChinese(endsOn)}24时止。`
    : `公示期：${days}天，自发布之日的次日起算。`;
}

function listTable({ compounds, scope }: NoticeFacts): PaperTable {
  return {
    caption: '项目清单',
    head: ['序号', '小区', '街道、社区', '楼栋', '户数', `${AREA_KINDS[scope.areaKind]}（㎡）`, '改造类型'],
    rows: compounds.map(({ name, place, buildings, households, area, note }, at) => [
      String(at + 1),
      name,
      place,
      String(buildings),
      String(households),
      area,
      note ?? '',
    ]),
  };
}

const schemeTable = ({ parts }: SchemeFacts): PaperTable => ({
  caption: '方案内容',
  head: ['项目', '主要内容'],
  rows: parts.map(({ name, summary }) => [name, summary]),
});

const SUMS = {
  agree: ['agreeHouseholds', 'agreeArea'],
  disagree: ['disagreeHouseholds', 'disagreeArea'],
  abstain: ['abstainHouseholds', 'abstainArea'],
} as const;

function sumsTable(round: RoundFacts): PaperTable {
  const rows = CHOICES.map((choice) => {
    const [households, area] = SUMS[choice];
    return [CHOICE_LABELS[choice].zh, String(round[households]), round[area]];
  });
  return {
    caption: '统计结果',
    head: ['意见', '户数（户）', '专有面积（㎡）'],
    rows: [...rows, ['全体（含未交回）', String(round.households), round.area]],
  };
}

const testTable = ({ tests }: RoundFacts): PaperTable => ({
  caption: '是否达到规定比例',
  head: ['计算口径', '项目', '比例', '要求', '是否达到'],
  grouped: true,
  rows: tests.flatMap(({ name, decides, measures }) =>
    measures.map((measure, at) => [
      at === 0 ? `${name}${decides ? '（本次以此认定）' : '（供参考）'}` : '',
      measure.name,
      measure.percent === null ? '—' : `${measure.percent}%`,
      measure.threshold,
      measure.reached ? '达到' : '未达到',
    ]),
  ),
});

/** Tables of the facts, in the order in which they are read. */
export function tablesOf({ facts }: Pick<NoticeText, 'facts'>): PaperTable[] {
  if (facts.round) return [sumsTable(facts.round), testTable(facts.round)];
  if (facts.scheme) return [schemeTable(facts.scheme)];
  return facts.compounds.length > 0 ? [listTable(facts)] : [];
}

const paragraphsOf = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** In hand of everybody who has the paper: a round rewritten later, hashes and all, no longer fits it. */
const sealLine = ({ seal }: RoundFacts): string =>
  `核验信息：轮次编号${seal.code}，户册哈希${seal.rollHash}，记录链第${seal.seq}环${seal.hash}。事后可据此核对数据未被改动。`;

/** Money and the version of a scheme; whether the provisional result passes. */
function factLines({ scheme, round }: NoticeFacts): string[] {
  if (scheme) {
    return [
      `方案：${scheme.title}（第${scheme.no}版），概算${scheme.estimate}元，其中业主自筹${scheme.ownersShare}元。`,
    ];
  }
  const decisive = round?.tests.find(({ decides }) => decides);
  if (!decisive) return [];
  return [
    `初步结论：按“${decisive.name}”计算，${decisive.passed ? '已达到规定比例' : '未达到规定比例'}。公示期满、异议处理完毕后由县级住房和城乡建设部门认定。`,
  ];
}

/** All paragraphs, those made from the facts behind those that were written. */
export const linesOf = (notice: NoticeText): string[] => [
  ...paragraphsOf(notice.body),
  ...factLines(notice.facts),
  scopeLine(notice.facts),
  periodLine(notice),
  ...(notice.facts.round ? [sealLine(notice.facts.round)] : []),
];

export const paperOf = (notice: NoticeText): OfficialPaper => ({
  issuer: notice.issuer,
  documentNo: notice.documentNo,
  title: notice.title,
  addressee: null,
  body: linesOf(notice),
  tables: tablesOf(notice),
  attachments: [],
  signed: notice.issuer,
  date: notice.startsOn ? inChinese(notice.startsOn) : '',
});

/** What is hashed at publication: every word and figure that people then read, in one order. */
export function publishedText(kind: string, notice: NoticeText): string {
  const { title, documentNo, issuer, body, days, startsOn, endsOn, facts } = notice;
  return JSON.stringify([kind, title, documentNo, issuer, body, days, startsOn, endsOn, facts]);
}
