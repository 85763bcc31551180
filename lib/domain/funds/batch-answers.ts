import { z } from 'zod';
import { fileAnswer, moneyText } from '../feasibility/answers';
import { countyAnswer } from '../units/named';
import { BATCH_STATES } from './batches';

const named = z.object({ id: z.uuid(), code: z.string(), name: z.string() });

export const batchAnswer = z.object({
  id: z.uuid(),
  year: z.int(),
  documentNo: z.string(),
  documentOn: z.iso.date(),
  title: z.string(),
  source: z.string(),
  kind: z.string(),
  earmark: z.string(),
  total: moneyText.describe('文件下达的总额；县市看到的是本县市的合计'),
  placed: moneyText.describe('各行合计；县市看到的是本县市的'),
  reward: moneyText.describe('其中奖励资金'),
  lines: z.int(),
  status: z.enum(BATCH_STATES),
  issuedAt: z.iso.datetime().nullable(),
  file: fileAnswer.nullable(),
  version: z.int(),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;

export const batchLineAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  project: named.nullable().describe('空：下达到县市，由县市分配到项目'),
  reward: z.boolean().describe('绩效奖励，记为地方财政·州级绩效奖励'),
  amount: moneyText,
  note: z.string().nullable(),
  entry: z
    .object({ id: z.uuid(), voucherNo: z.string(), entryOn: z.iso.date() })
    .nullable()
    .describe('下达后：台账中的一笔'),
  reversed: z
    .object({ id: z.uuid(), voucherNo: z.string(), entryOn: z.iso.date(), note: z.string() })
    .nullable()
    .describe('已冲销'),
});
export type BatchLineAnswer = z.infer<typeof batchLineAnswer>;

export const batchDetailAnswer = batchAnswer.extend({
  whole: z.boolean().describe('看得到全部；县市只看得到本县市的'),
  items: z.array(batchLineAnswer),
});
export type BatchDetail = z.infer<typeof batchDetailAnswer>;

/** A project that money of this source and kind may go to. */
const candidateAnswer = named.extend({
  county: countyAnswer,
  planned: moneyText.describe('资金筹措计划所列'),
  allocated: moneyText.describe('已下达'),
  gap: moneyText.describe('计划减已下达，不小于0'),
  inPlan: z.boolean().describe('列入本年度已确定的年度实施计划'),
});
export type CandidateAnswer = z.infer<typeof candidateAnswer>;

export const suggestAnswer = z.object({
  items: z.array(candidateAnswer.extend({ amount: moneyText })),
  left: moneyText.describe('各项目缺口之外、没有分出去的'),
  planned: z.boolean().describe('本年度有已确定的年度实施计划'),
});
export type SuggestAnswer = z.infer<typeof suggestAnswer>;

export const poolAnswer = z.object({
  year: z.int(),
  pots: z.array(
    z.object({
      source: z.string(),
      kind: z.string(),
      earmark: z.string(),
      amount: moneyText.describe('待分配 = 下达到县市 − 已分配'),
      since: z.iso.date().nullable().describe('最早一笔还没有分完的下达日期'),
      days: z.int(),
      projects: z.array(candidateAnswer),
    }),
  ),
  others: z.array(z.object({ year: z.int(), amount: moneyText })).describe('其他年度还没有分配的资金'),
});
export type PoolAnswer = z.infer<typeof poolAnswer>;
export type PoolPot = PoolAnswer['pots'][number];
