import 'server-only';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { Overview } from '@/lib/domain/overview/answers';
import type { OfficialPaper, PaperTable } from '@/lib/domain/papers/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { WatchRow } from '@/lib/domain/warnings/answers';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { wanNumberText } from '@/lib/format/money-text';
import { formatCount, NONE } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';
import { type BriefFacts, type BriefSentence, briefSentences, dayOf, type SentenceCode } from './brief-sentences';

function countiesTable({ units, year }: Overview): PaperTable {
  return {
    caption: '各县市进展',
    dense: true,
    head: ['县市', '总量', '完工', '完工率\n（%）', `${year}\n任务`, '本年\n完工', '红灯', '支付\n（万元）', '得分'],
    rows: units.map((unit) => [
      unit.name,
      formatCount(unit.baseline),
      formatCount(unit.completed),
      unit.baseline === null ? NONE : formatPercent(unit.completed, unit.baseline).replace('%', ''),
      formatCount(unit.target),
      formatCount(unit.completedOfYear),
      formatCount(unit.red),
      wanNumberText(unit.money.paid, 'zh-CN'),
      unit.score ? formatHundredths(BigInt(unit.score.points)) : NONE,
    ]),
  };
}

/** Of a county the projects that are watched most, the gravest first. */
function projectsTable(projects: readonly WatchRow[], { stages }: Rulebook): PaperTable {
  const stageName = (no: number) => stages.find(({ number }) => number === no)?.name ?? '已完成全部阶段';
  return {
    caption: '最需要关注的项目',
    dense: true,
    head: ['项目', '所处阶段', '亮灯', '完成进度'],
    rows: projects.map(({ project, light, percent }) => [
      project.name,
      stageName(project.stage),
      LIGHT_LABELS[light].zh,
      percent === null ? NONE : formatPercent(percent, 10_000),
    ]),
  };
}

/** What belongs together stands together: how far, who is behind, the money, what changed. */
const PARAGRAPHS: readonly (readonly SentenceCode[])[] = [
  ['completion', 'year'],
  ['behind', 'lights'],
  ['money', 'benefit'],
  ['changes'],
];

const paragraphsOf = (sentences: readonly BriefSentence[]): string[] =>
  PARAGRAPHS.map((codes) =>
    sentences
      .filter(({ code }) => codes.includes(code))
      .map(({ text }) => text)
      .join(''),
  ).filter((text) => text !== '');

/** 一页简报: the sentences and one table, as an official paper on one A4 page. A month's end has no list of projects: lights of then were kept as counts. */
export function briefPaper(
  facts: BriefFacts,
  { issuer, projects, book }: { issuer: string; projects: readonly WatchRow[]; book: Rulebook },
): OfficialPaper {
  const { told } = facts;
  const tables = told.unit.level === 'prefecture' ? [countiesTable(told)] : [projectsTable(projects, book)];
  return {
    issuer,
    compact: true,
    documentNo: null,
    title: `${told.unit.name}城镇老旧小区改造工作简报`,
    addressee: null,
    body: paragraphsOf(briefSentences(facts)),
    tables: tables.filter(({ rows }) => rows.length > 0),
    attachments: [],
    signed: issuer,
    date: dayOf(told),
  };
}
