import { z } from 'zod';
import { fundFigures } from '../funds/overview-answers';
import { idField } from '../kernel/input';
import { monthField } from '../progress/schema';

const year = z.coerce.number().int().min(2000).max(2100);
export const overviewQuery = z.strictObject({
  year: year.optional().describe('项目年度；不填时为当前年度'),
  county: idField.optional().describe('县市；州级人员不填时为全州'),
  asOf: monthField.optional().describe('月末（2020-05 是 5 月末）：当晚留存的数据；不填时为此刻'),
});
export type OverviewQuery = z.output<typeof overviewQuery>;

const monthText = z.string().regex(/^\d{4}-\d{2}$/);
const areaText = z.string().describe('平方米，两位小数');
const counts = z.object({ compounds: z.int(), households: z.int(), floorArea: areaText });

const ofYear = z.object({
  target: z.int().nullable().describe('年度计划下达的任务数；没有生效的计划时为空'),
  compounds: z.int().describe('列入本年度项目的小区'),
  planned: z.int().describe('改造方案已定稿'),
  started: z.int(),
  startedLate: z.int().describe('开工报告迟于开工时限'),
  completed: z.int(),
  completedLate: z.int().describe('竣工报告迟于竣工时限'),
  accepted: z.int().describe('第九阶段已完成'),
});

const completion = z.object({
  baseline: counts.nullable().describe('已锁定的排查总量；没有锁定时为空'),
  baselineYear: z.int().nullable().describe('按哪个年度锁定的总量计算：本年度没有锁定时为最近一个已锁定的年度'),
  unfrozen: z.int().describe('总量尚未锁定的县市数'),
  started: counts.describe('截至本年度累计开工'),
  completed: counts.describe('截至本年度累计完工'),
  needed: z.int().nullable().describe('本年度时限前应累计完工的小区数'),
  ofYear,
  curve: z.array(z.object({ month: z.string(), started: z.int(), completed: z.int() })).describe('本年度项目逐月累计'),
});

const unit = z.object({ id: z.uuid(), code: z.string(), name: z.string(), nameEn: z.string().nullable() });
const unitOverview = unit.extend({
  baseline: z.int().nullable(),
  target: z.int().nullable(),
  compounds: z.int().describe('列入本年度项目的小区'),
  started: z.int().describe('累计开工'),
  completed: z.int().describe('累计完工'),
  startedOfYear: z.int(),
  completedOfYear: z.int(),
  late: z.int(),
  accepted: z.int(),
  red: z.int().nullable().describe('当时没有留存亮灯情况时为空'),
  yellow: z.int().nullable(),
  money: fundFigures,
  score: z
    .object({ points: z.int().describe('百分之一分'), grade: z.string(), veto: z.string() })
    .nullable()
    .describe('绩效今日得分；尚未计算时为空'),
});
export type UnitOverview = z.infer<typeof unitOverview>;

const figures = z.object({
  completion,
  benefit: counts.extend({ planned: counts.describe('列入本年度项目的') }).describe('本年度已完工小区的户数和面积'),
  lights: z
    .object({ red: z.int(), yellow: z.int(), green: z.int(), none: z.int() })
    .nullable()
    .describe('当时没有留存时为空'),
  stages: z.array(z.object({ stage: z.int(), active: z.int(), suspended: z.int() })),
  withdrawn: z.int(),
  votes: z.array(
    z.object({
      round: z.int(),
      open: z.int(),
      counting: z.int(),
      passed: z.int(),
      failed: z.int(),
      households: z.int().describe('已通过轮次的户数'),
    }),
  ),
  money: z.object({ totals: fundFigures, sources: z.array(fundFigures.extend({ source: z.string() })) }),
  items: z.array(
    z.object({ item: z.string(), planned: z.int(), done: z.int(), met: z.int().describe('方案认定已达标') }),
  ),
  promises: z.object({
    buildings: z.int().describe('已定稿方案中的楼栋'),
    reached: z.array(z.object({ code: z.string(), buildings: z.int() })),
  }),
  haves: z.object({
    compounds: z.int(),
    reached: z.array(z.object({ code: z.string(), compounds: z.int() })),
  }),
  survey: z.object({ eligible: z.int(), ineligible: z.int(), incomplete: z.int() }),
  units: z.array(unitOverview),
});
export type OverviewFigures = z.infer<typeof figures>;

/** The figures of one moment. */
const moment = figures.extend({
  /** now, or the instant at which the month's end was kept */
  asOf: z.iso.datetime().describe('数据时刻；月末数据为留存时刻'),
  month: monthText.nullable().describe('哪个月的月末；此刻为空'),
  missing: z
    .array(z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() }))
    .describe('当月末没有留存数据的县市'),
});
export type OverviewMoment = z.infer<typeof moment>;

export const overviewAnswer = moment.extend({
  year: z.int(),
  startBy: z.iso.date(),
  completeBy: z.iso.date(),
  targetShare: z.int().describe('本年度应累计完工的比例（百分比）'),
  today: z.iso.date(),
  unit: unit.omit({ code: true }).extend({ level: z.enum(['prefecture', 'county']) }),
  months: z.array(monthText).describe('有留存数据的月末'),
  years: z.array(z.int()),
  compared: moment.nullable().describe('对比：此刻与上月末；月末与此刻'),
});
export type Overview = z.infer<typeof overviewAnswer>;
