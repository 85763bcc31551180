import type { Remark } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { share } from '../../shared/sequence';
import type { Told } from '../projects/told';
import type { Moment } from '../votes/types';
import { daysOfMonth, monthsAgo } from './months';

/** What happens to the report of a month, one after the other. */
export type Step = Moment &
  (
    | { is: 'begun' }
    | { is: 'sent' /** of a thousand of the month's investment; the first sending had a mistake */; share?: number }
    | { is: 'accepted'; by: string }
    | { is: 'returned'; by: string; material: boolean; remarks: Remark[] }
    | { is: 'asked'; reason: string }
    | { is: 'granted'; by: string }
  );

interface Story {
  steps: (at: (day: number, time: string) => Moment, people: { county: string }) => Step[];
  /** instead of what a month usually says */
  problems?: string;
}

const WRONG = [
  { field: 'investment', text: '与已审核的工程计量不一致，请按监理签认的计量核对' },
  { field: 'people', text: '与监理日志记载的现场人数不符' },
  { field: 'problems', text: '三户住户要求增设的晾衣架没有写明处理意见' },
];
const FORGOTTEN = [{ field: 'problems', text: '请补充概算评审的预计时间' }];
const CORRECTION = '管网分部工程的计量单漏计，当月少报完成投资，申请更正';

/** What went otherwise with the last month that has ended, and with the one before it. By the name of the project. */
const TOLD: readonly Record<string, Story>[] = [
  {
    卫生局家属院: { steps: (at) => [{ is: 'begun', ...at(3, '17:20') }] },
    公路段家属院: { steps: () => [] },
    农科所职工住宅: {
      steps: (at, { county }) => [
        { is: 'sent', ...at(2, '10:40') },
        { is: 'returned', ...at(4, '15:10'), by: county, material: true, remarks: WRONG },
      ],
    },
    九厂片区: {
      problems: '片区两个小区的完成量核对较晚，本月月报迟报；室外照明灯杆基础返工',
      steps: (at, { county }) => [
        { is: 'sent', ...at(7, '09:50') },
        { is: 'accepted', ...at(8, '11:10'), by: county },
      ],
    },
    人行小区: { steps: (at) => [{ is: 'sent', ...at(4, '16:30') }] },
    汽车总站家属院: { steps: (at) => [{ is: 'sent', ...at(5, '10:10') }] },
    南环路小区: { steps: (at) => [{ is: 'sent', ...at(4, '09:15') }] },
    变电站宿舍: { steps: (at) => [{ is: 'sent', ...at(3, '11:25') }] },
    苗圃生活区: {
      steps: (at, { county }) => [
        { is: 'sent', ...at(2, '15:20') },
        { is: 'accepted', ...at(4, '10:05'), by: county },
        { is: 'asked', ...at(12, '09:40'), reason: '绿化补植的完成投资计入了上月，申请更正' },
      ],
    },
  },
  {
    商业局家属院: {
      steps: (at, { county }) => [
        { is: 'sent', ...at(2, '10:25'), share: 880 },
        { is: 'accepted', ...at(3, '16:05'), by: county },
        { is: 'asked', ...at(9, '09:30'), reason: CORRECTION },
        { is: 'granted', ...at(10, '15:45'), by: 'zhou.zjj1' },
        { is: 'sent', ...at(11, '10:20') },
        { is: 'accepted', ...at(12, '09:10'), by: 'zhou.zjj1' },
      ],
    },
    三中教师住宅区: {
      steps: (at, { county }) => [
        { is: 'sent', ...at(1, '15:10') },
        { is: 'returned', ...at(2, '09:25'), by: county, material: false, remarks: FORGOTTEN },
        { is: 'sent', ...at(3, '10:55') },
        { is: 'accepted', ...at(3, '16:50'), by: county },
      ],
    },
    // the system was down on the fourth: the sixth is in time
    西山路小区: {
      steps: (at, { county }) => [
        { is: 'sent', ...at(6, '09:35') },
        { is: 'accepted', ...at(6, '14:20'), by: county },
      ],
    },
  },
];

/** The day of the month after on which nobody could report, and the month that it put off. */
export const DOWN = { monthsAgo: 1, day: 4, from: '08:40', to: '17:20' } as const;

const TIMES = ['09:20', '11:05', '14:40', '16:15'];

const storyOf = (told: Told, month: ReportMonth): Story | undefined =>
  told.story.year === null ? TOLD[monthsAgo(told, month)]?.[told.story.name] : undefined;

/** The usual way: sent in the first days, looked at by a second person on the next; by the prefecture where it looks itself. */
function usual(told: Told, month: ReportMonth, at: (day: number, time: string) => Moment, county: string): Step[] {
  const seed = `${told.code}/${month}`;
  const wasDown = monthsAgo(told, month) === DOWN.monthsAgo;
  const sent = 1 + share(seed, 'sent', wasDown ? 2 : 3);
  const by = share(seed, 'reviewer', 8) === 0 ? 'zhou.zjj2' : county;
  return [
    { is: 'sent', ...at(sent, TIMES[share(seed, 'time', TIMES.length)] ?? '10:00') },
    { is: 'accepted', ...at(sent + 1, '17:10'), by },
  ];
}

/** All that has happened by today. */
export function stepsOf(told: Told, month: ReportMonth): Step[] {
  const { to } = daysOfMonth(told, month);
  const at = (day: number, time: string): Moment => ({ day: to + day, time });
  const county = `${told.county.letters}.zjj2`;
  const steps = storyOf(told, month)?.steps(at, { county }) ?? usual(told, month, at, county);
  const open = steps.findIndex(({ day }) => day >= 0);
  return open < 0 ? steps : steps.slice(0, open);
}

export const problemsTold = (told: Told, month: ReportMonth): string | undefined => storyOf(told, month)?.problems;
