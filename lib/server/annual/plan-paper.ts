import 'server-only';
import {
  type EntryAnswer,
  type PlanDetail,
  type PreferenceAnswer,
  preferredCounties,
} from '@/lib/domain/annual/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { OfficialPaper, PaperTable } from '@/lib/domain/papers/types';
import { formatDate } from '@/lib/format/date';
import { formatWanExact } from '@/lib/format/money';

const wan = (yuan: string) => formatWanExact(parseHundredths(yuan) ?? 0n, 'zh-CN');
const fenOf = ({ asks }: EntryAnswer) => asks.reduce((sum, { amount }) => sum + (parseHundredths(amount) ?? 0n), 0n);

/** What kept a project out, or brought it in, as an office says it. */
export function whyInWords({ verdict, lockReason }: EntryAnswer, sources: PlanDetail['sources']): string {
  if (!verdict) return '';
  const nameOf = (code: string) => sources.find((one) => one.code === code)?.name ?? code;
  if (verdict.chosen) return { lock: '指定列入', minimum: '县市最少项目数', rank: '按排序列入' }[verdict.by ?? 'rank'];
  if (verdict.why === 'locked') return `指定不列入${lockReason ? `：${lockReason}` : ''}`;
  return verdict.short.map(({ source, amount }) => `${nameOf(source)}差 ${wan(amount)}`).join('；');
}

/** 优秀倾斜 with its source, as an office says it. */
export const preferenceInWords = ({ year, grade, consentNo, consentOn }: PreferenceAnswer): string =>
  `${year}年度绩效评价${grade.name}（${consentNo}，${formatDate(calendarDateOf(consentOn), 'zh-CN')}）`;

/** Who was preferred and by how much; nothing where nobody was. */
function preferredInWords({ entries }: PlanDetail): string {
  const all = preferredCounties(entries).map(
    ({ county, preference }) => `${county.name}${preferenceInWords(preference)}，其申请总分各加${preference.points}分`,
  );
  return all.length > 0 ? `${all.join('；')}。` : '';
}

function projectsTable(entries: readonly EntryAnswer[]): PaperTable {
  const isPreferring = entries.some(({ preference }) => preference !== null);
  return {
    caption: '列入年度实施计划的项目',
    head: ['序号', '县市', '项目', '小区数', '户数', '得分', ...(isPreferring ? ['其中加分'] : []), '申请资金'],
    rows: entries.map((entry, at) => [
      String(at + 1),
      entry.county.name,
      entry.project.name,
      String(entry.project.compounds),
      String(entry.project.households),
      entry.total,
      ...(isPreferring ? [entry.preference?.points ?? '—'] : []),
      formatWanExact(fenOf(entry), 'zh-CN'),
    ]),
  };
}

const targetsTable = ({ counties }: PlanDetail): PaperTable => ({
  caption: '各县市年度目标',
  head: ['县市', '项目数', '小区数', '户数'],
  rows: counties
    .filter(({ chosen }) => chosen > 0)
    .map(({ name, chosen, compounds, households }) => [name, String(chosen), String(compounds), String(households)]),
});

/** The plan as an official paper: what was chosen and what each county has to reach. */
export function planPaper(plan: PlanDetail, issuer: string): OfficialPaper {
  const chosen = plan.entries.filter(({ verdict }) => verdict?.chosen);
  const total = (pick: (entry: EntryAnswer) => number) => chosen.reduce((sum, entry) => sum + pick(entry), 0);
  const { condition, willingness, mechanism } = plan.weights;
  return {
    issuer,
    documentNo: plan.documentNo,
    title: plan.title,
    addressee: null,
    body: [
      `一、排序办法。按小区基本状况${condition}%、居民改造意愿${willingness}%、长效机制建设${mechanism}%的权重，对已受理改造申请的项目计分排序。${preferredInWords(plan)}`,
      `二、列入项目。根据排序情况和年度资金，列入项目${chosen.length}个，小区${total(({ project }) => project.compounds)}个，${total(({ project }) => project.households)}户。`,
      ...(plan.reason ? [`三、调整原因。${plan.reason}`] : []),
    ],
    tables: [projectsTable(chosen), targetsTable(plan)],
    attachments: [],
    signed: issuer,
    date: plan.documentOn ? formatDate(calendarDateOf(plan.documentOn), 'zh-CN') : '',
  };
}
