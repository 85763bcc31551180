import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { dueDaysOf, reportedMonths } from '@/lib/domain/scorecards/due-months';
import type { Receipt } from '@/lib/domain/scorecards/raw-facts';

const due = dueDaysOf(5, []);
const project = {
  ...{ status: 'active' as const, stage: 8, createdOn: day('2020-01-10'), reports: [] as Receipt[] },
  ...{ begunOn: null as ReturnType<typeof day> | null, finishedOn: null as ReturnType<typeof day> | null },
};
const today = day('2020-06-10');
const months = (more: Partial<typeof project> = {}, on = today) =>
  reportedMonths({ ...project, ...more }, due, on).map(({ month, inTime }) => `${month}${inTime ? '' : '!'}`);
const sent = (month: string, on: string | null): Receipt => [day(`${month}-01`), on === null ? null : day(on)];

describe('到期的月报', () => {
  it('从来没有报的，从立项的月份起都欠着', () => {
    expect(months()).toEqual(['2020-01!', '2020-02!', '2020-03!', '2020-04!', '2020-05!']);
    expect(months({ stage: 1 })).toEqual([]);
  });

  it('开始报了的，从第一份起；最迟从开工的月份起', () => {
    const reports = [sent('2020-03', '2020-04-05'), sent('2020-05', '2020-06-06')];
    expect(months({ reports })).toEqual(['2020-03', '2020-04!', '2020-05!']);
    expect(months({ reports, begunOn: day('2020-02-20') })).toEqual(['2020-02!', '2020-03', '2020-04!', '2020-05!']);
    expect(months({ reports, begunOn: day('2019-12-20') }), '立项以前没有').toHaveLength(5);
  });

  it('草稿不算收到', () => {
    expect(months({ reports: [sent('2020-05', null)] })).toEqual(['2020-05!']);
  });

  it('期限当天：收到的算，没有收到的还不算', () => {
    const reports = [sent('2020-04', '2020-05-01')];
    expect(months({ reports }, day('2020-06-05'))).toEqual(['2020-04']);
    expect(months({ reports: [...reports, sent('2020-05', '2020-06-05')] }, day('2020-06-05'))).toEqual([
      '2020-04',
      '2020-05',
    ]);
    expect(months({ reports }, day('2020-06-06'))).toEqual(['2020-04', '2020-05!']);
  });

  it('验收以后到期的不要，验收以前到期的仍在', () => {
    const done = { stage: 11, reports: [sent('2020-02', '2020-03-05')] };
    expect(months({ ...done, finishedOn: day('2020-05-05') })).toEqual(['2020-02', '2020-03!']);
    expect(months({ ...done, finishedOn: day('2020-05-06') })).toEqual(['2020-02', '2020-03!', '2020-04!']);
    expect(months(done), '没有验收记录的，只有报过的').toEqual(['2020-02']);
  });

  it('期限因系统中断顺延', () => {
    const stopped = dueDaysOf(5, [
      { from: new Date('2020-06-04T08:00+08:00'), to: new Date('2020-06-04T20:00+08:00') },
    ]);
    const reports = [sent('2020-05', '2020-06-06')];
    expect(reportedMonths({ ...project, reports }, stopped, today)).toEqual([
      { month: '2020-05', dueOn: '2020-06-06', receivedOn: '2020-06-06', inTime: true },
    ]);
  });
});
