import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { answerSupervision, closeSupervision, remind } from '@/lib/server/supervision/commands';
import { issueSupervision } from '@/lib/server/supervision/issue';
import type { Told } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';

interface Notice {
  project: string;
  no: number;
  title: string;
  why: string;
  demand: string;
  issued: number;
  limit: number;
  reminded?: { day: number; note: string };
  answered?: { day: number; done: string };
  closed?: { day: number; opinion: string };
}

const NOTICES: readonly Notice[] = [
  {
    ...{ project: '九厂片区', no: 5, issued: -13, limit: -3 },
    title: '关于九厂片区改造项目完工报告退回整改的督办通知',
    why: '完工报告因室外照明、垃圾分类收集点尚未完成被退回，影响按期竣工',
    demand: '倒排工期，明确责任人，于期限前报送整改进度和剩余工程的完成计划',
    answered: {
      day: -5,
      done: '已督促施工单位增加两个班组，室外照明灯杆基础全部浇筑完成，垃圾分类收集点主体完工，剩余工程计划于期限内完成。',
    },
    closed: { day: -3, opinion: '整改措施明确，同意办结，后续进度按月报跟踪' },
  },
  {
    ...{ project: '振兴街小区', no: 6, issued: -20, limit: -3 },
    title: '关于振兴街小区改造项目未按时开工的督办通知',
    why: '项目已列入年度计划，开工时限已过仍未完成招标',
    demand: '查明流标原因，重新组织招标，报送开工时间安排',
    answered: {
      day: -4,
      done: '第一次招标因投标人不足三家流标。已调整招标文件重新公告，开标后十五日内签订合同并组织进场。',
    },
  },
  {
    ...{ project: '油脂厂宿舍', no: 7, issued: -12, limit: 6 },
    title: '关于油脂厂宿舍改造项目未按时开工的督办通知',
    why: '项目已列入年度计划，施工图设计没有完成，开工时限已过',
    demand: '督促设计单位完成施工图修改并送审，报送招标和开工时间安排',
    reminded: { day: -3, note: '期限临近，请抓紧办理并报送进展' },
  },
  {
    ...{ project: '塑料厂宿舍及桂花花园（二期）', no: 8, issued: -6, limit: 9 },
    title: '关于塑料厂宿舍及桂花花园（二期）改造项目超期未竣工的督办通知',
    why: '2021年度项目竣工时限已过，完工报告已报送，桂花花园竣工资料被退回后没有重新报送，检查问题尚未销号',
    demand: '补齐竣工验收申请报告，完成检查问题复查销号，及时组织联合竣工验收',
  },
];

/** 督办: what the watch list led to, issued by the prefecture and answered by counties as far as they have. */
export async function tellSupervision({ tx, act, today }: Stage, all: readonly Told[]): Promise<void> {
  const dayOn = (day: number): CalendarDate => addDays(today, day);
  for (const { project, no, ...notice } of NOTICES) {
    const told = all.find(({ story }) => story.name === project && (story.year === null || story.year === 2021));
    if (!told) throw new Error(`demonstration: no project ${project}`);
    const { title, why, demand, issued, limit } = notice;
    const documentNo = `楚住建督〔${dayOn(issued).slice(0, 4)}〕${no}号`;
    const said = { title: title.replace(project, `${told.county.name}${project}`), why, demand };
    let which = await act('zhou.zjj1', { day: issued, time: '10:20' }, async (actor) =>
      answered(
        await issueSupervision(tx, actor, {
          ...{ countyId: told.county.id, documentNo, issuedOn: dayOn(issued), limitOn: dayOn(limit) },
          ...{ ...said, projectIds: [told.id] },
        }),
      ),
    );
    const { reminded, answered: reply, closed } = notice;
    if (reminded)
      which = await act('zhou.zjj2', { day: reminded.day, time: '09:10' }, async (actor) =>
        answered(await remind(tx, actor, which, reminded.note)),
      );
    if (reply)
      which = await act(`${told.county.letters}.zjj1`, { day: reply.day, time: '15:45' }, async (actor) =>
        answered(
          await answerSupervision(tx, actor, which, { done: reply.done, statedOn: dayOn(reply.day), fileId: null }),
        ),
      );
    if (closed)
      which = await act('zhou.zjj1', { day: closed.day, time: '11:30' }, async (actor) =>
        answered(await closeSupervision(tx, actor, which, closed.opinion)),
      );
  }
}
