import { z } from 'zod';
import { fileAnswer, moneyText } from '../feasibility/answers';
import { dayField } from '../feasibility/schema';
import { calendarDateOf } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { movedMoney } from '../kernel/money-input';
import { countyAnswer } from '../units/named';
import { sanctionAnswer, seasonAnswer } from './season/answers';

export const resultQuery = z.strictObject({ year: z.coerce.number().int().min(2019).max(2100).optional() });

/** 登记奖励资金. A file that is not named stays the one that was there; null takes it away. */
export const rewardInput = z.strictObject({
  amount: movedMoney.describe('奖励资金总额，元'),
  note: textField(500).nullable().default(null),
  documentNo: textField(80).nullable().default(null),
  documentOn: dayField.transform(calendarDateOf).nullable().default(null),
  fileId: idField.nullable().optional(),
});
export type RewardInput = z.output<typeof rewardInput>;

const points = z.int().describe('百分之一分：200 是 2 分');
const at = z.iso.datetime();
const named = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });

export const countyResultAnswer = z.object({
  county: countyAnswer,
  rank: z.int(),
  total: points,
  base: points.nullable().describe('空：其他县市的，不显示明细'),
  bonus: points.nullable().describe('计入的加分，不超过上限'),
  grade: named,
  vetoed: z.boolean(),
  grounds: z.array(named).describe('认定的否决情形；其他县市的不显示'),
  own: z.boolean().describe('本人可以看到这个县市的评价表'),
  preferred: z.boolean().describe('下一年度排序有优秀倾斜'),
});
export type CountyResult = z.infer<typeof countyResultAnswer>;

/** weight × total × compounds ÷ all claims × the money. */
export const rewardLineAnswer = z.object({
  county: countyAnswer,
  grade: named,
  weight: z.int().describe('等次权重；0：这个等次不参与分配'),
  total: points,
  completed: z.int().describe('完成小区数，按提交时冻结的数据'),
  claim: z.string().describe('权重 × 总分 × 完成小区数，两位小数'),
  amount: moneyText.nullable().describe('建议金额；空：还没有登记奖励资金'),
});
export type RewardLine = z.infer<typeof rewardLineAnswer>;

export const rewardAnswer = z.object({
  amount: moneyText,
  note: z.string().nullable(),
  documentNo: z.string().nullable(),
  documentOn: z.iso.date().nullable(),
  file: fileAnswer.nullable(),
  version: z.int(),
  at,
  by: z.string().nullable(),
});
export type RewardAnswer = z.infer<typeof rewardAnswer>;

export const seasonResultAnswer = z.object({
  season: seasonAnswer,
  counties: z.array(countyResultAnswer).describe('按名次；定稿以后才有'),
  grades: z.array(named.extend({ from: points, count: z.int() })).describe('等次，从高到低，各有几个县市'),
  preference: z
    .object({
      year: z.int().describe('用在哪个年度的排序'),
      grade: named,
      points: points.describe('每个申请加的分'),
      clause: z.string(),
      planned: z.boolean().describe('false：那个年度还没有设立，暂按本年度的规则'),
    })
    .describe('优秀倾斜'),
  reward: rewardAnswer.nullable(),
  claims: z.string().describe('各县市的权重 × 总分 × 完成小区数之和，两位小数'),
  rewardLines: z.array(rewardLineAnswer).describe('奖励资金的建议分配；县市只看到本县市的'),
  rewardClause: z.string(),
  rewardBefore: z
    .array(rewardAnswer.extend({ replacedAt: at }))
    .describe('被后来登记代替的奖励资金，最近的在前；州一级可见'),
  sanctions: z.array(sanctionAnswer),
  sanctionKinds: z.array(named),
});
export type SeasonResult = z.infer<typeof seasonResultAnswer>;
