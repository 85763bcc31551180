import 'server-only';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { OfficialPaper, PaperTable } from '@/lib/domain/papers/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { SupervisionDetail } from '@/lib/domain/supervision/answers';
import { formatDate } from '@/lib/format/date';

const day = (text: string) => formatDate(calendarDateOf(text), 'zh-CN');

function projectsTable({ about }: SupervisionDetail, rulebook: Rulebook): PaperTable {
  const stageName = (no: number) => rulebook.stages.find(({ number }) => number === no)?.name ?? '已完成全部阶段';
  return {
    caption: '督办项目情况（发出督办时）',
    head: ['序号', '项目', '年度', '所处阶段', '小区数', '未整改问题'],
    rows: about.map(({ name, facts }, at) => [
      String(at + 1),
      name,
      String(facts.year),
      stageName(facts.stage),
      String(facts.compounds),
      String(facts.findingsOpen),
    ]),
  };
}

/** 督办通知 as an official paper, with the limit that it was issued with; a notice that was withdrawn says so. */
export function supervisionPaper(notice: SupervisionDetail, issuer: string, rulebook: Rulebook): OfficialPaper {
  const { why, demand, about, county, firstLimitOn, status } = notice;
  const names = about.map(({ name }) => `“${name}”`).join('、');
  const matter = about.length > 0 ? `现就${names}共${about.length}个项目予以督办，有关要求通知如下。` : '';
  const lines = (text: string | null) => (text ?? '').split('\n').filter((line) => line.trim() !== '');
  return {
    issuer,
    documentNo: notice.documentNo,
    title: notice.title,
    addressee: `${county.name}住房和城乡建设局`,
    // the clerk's own words, line by line: what begins with 一、 is set as a heading
    body: [
      ...lines(why),
      ...(matter ? [matter] : []),
      ...lines(demand),
      `请于${day(firstLimitOn)}前（含当日）将办理情况书面答复我局。逾期未答复的，由系统自动记为逾期。`,
      ...(status === 'withdrawn' ? ['本通知已经撤销。'] : []),
    ],
    tables: about.length > 0 ? [projectsTable(notice, rulebook)] : [],
    attachments: [],
    signed: issuer,
    date: day(notice.issuedOn),
  };
}
