import { z } from 'zod';
import { fileAnswer, moneyText } from '../feasibility/answers';
import { formatHundredths } from '../kernel/hundredths';
import { countyAnswer } from '../units/named';
import { FACTORS, type FactorScore, type Preference, type Shortage, type Verdict } from './types';

const points = z.string().describe('分，两位小数');
const partAnswer = z.object({
  code: z.string(),
  part: z.string().describe('数到的；面积为 0.01 ㎡ 的整数'),
  whole: z.string(),
  full: points,
  points,
  counts: z.boolean().describe('false：并列显示，不计入（两项中较高的一项）'),
});
export const factorAnswer = z.object({
  factor: z.enum(FACTORS),
  weight: z.int(),
  score: points,
  parts: z.array(partAnswer),
});

/** 优秀倾斜 */
export const preferenceAnswer = z.object({
  points: points.describe('加在总分上'),
  year: z.int().describe('哪个年度的绩效评价结果'),
  grade: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }),
  consentNo: z.string().describe('州政府同意该结果的文号'),
  consentOn: z.iso.date(),
  clause: z.string(),
});

export const rankedAnswer = z.object({
  project: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    compounds: z.int(),
    households: z.int(),
  }),
  county: countyAnswer,
  appliedOn: z.iso.date(),
  rank: z.int().nullable().describe('在全州的名次；只看得到本县市的，没有名次'),
  total: points,
  factors: z.array(factorAnswer),
  // plans that were confirmed before there was a preference have none
  preference: preferenceAnswer.nullable().default(null).describe('上一年度绩效评价优秀的县市加分；空：没有加分'),
  asks: z.array(z.object({ source: z.string(), amount: moneyText })),
});

const shortAnswer = z.array(z.object({ source: z.string(), amount: moneyText }));
export const whyAnswer = z.object({
  chosen: z.boolean(),
  by: z.enum(['lock', 'minimum', 'rank']).nullable(),
  why: z.enum(['locked', 'money', 'lockShort']).nullable(),
  short: shortAnswer,
  extra: shortAnswer,
  withOthers: z.boolean(),
});

export const entryAnswer = rankedAnswer.extend({
  lock: z.enum(['in', 'out']).nullable(),
  lockReason: z.string().nullable(),
  verdict: whyAnswer.nullable().describe('草案的取舍只有州级看得到；已确定的各县市看得到本县市的'),
});

export const budgetAnswer = z.object({
  countyId: z.uuid().nullable(),
  source: z.string(),
  amount: moneyText,
  used: moneyText.nullable(),
});

export const planAnswer = z.object({
  id: z.uuid(),
  year: z.int(),
  no: z.int(),
  title: z.string(),
  status: z.enum(['draft', 'confirmed']),
  documentNo: z.string().nullable(),
  documentOn: z.iso.date().nullable(),
  file: fileAnswer.nullable(),
  reason: z.string().nullable(),
  weights: z.object({ condition: z.int(), willingness: z.int(), mechanism: z.int() }),
  confirmedAt: z.iso.datetime().nullable(),
  version: z.int(),
});

const changeAnswer = z.object({ id: z.uuid(), code: z.string(), name: z.string() });

export const planDetailAnswer = planAnswer.extend({
  whole: z.boolean().describe('看得到全州的；县市只看得到本县市的'),
  entries: z.array(entryAnswer),
  budgets: z.array(budgetAnswer),
  unlimited: z.array(z.object({ source: z.string(), used: moneyText })),
  counties: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      nameEn: z.string().nullable(),
      minimum: z.int(),
      chosen: z.int(),
      compounds: z.int(),
      households: z.int(),
    }),
  ),
  lockShort: z.array(z.uuid()),
  minimumShort: z.array(z.uuid()),
  sources: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  former: z
    .object({ id: z.uuid(), no: z.int(), comesIn: z.array(changeAnswer), fallsOut: z.array(changeAnswer) })
    .nullable()
    .describe('与上一版比'),
});

const suppositionAnswer = changeAnswer.extend({
  preference: points.nullable().describe('总分里的优秀倾斜加分；空：没有加分'),
});
export const whatIfAnswer = z.object({
  chosen: z.int(),
  was: z.int(),
  comesIn: z.array(suppositionAnswer),
  fallsOut: z.array(suppositionAnswer),
  lockShort: z.int(),
  minimumShort: z.int(),
});

export type FactorAnswer = z.infer<typeof factorAnswer>;
export type PreferenceAnswer = z.infer<typeof preferenceAnswer>;
export type RankedAnswer = z.infer<typeof rankedAnswer>;
export type EntryAnswer = z.infer<typeof entryAnswer>;
export type WhyAnswer = z.infer<typeof whyAnswer>;
export type BudgetAnswer = z.infer<typeof budgetAnswer>;
export type PlanAnswer = z.infer<typeof planAnswer>;
export type PlanDetail = z.infer<typeof planDetailAnswer>;
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;

const hundredths = (value: number) => formatHundredths(BigInt(value));
const shortages = (all: readonly Shortage[]) =>
  all.map(({ source, amount }) => ({ source, amount: formatHundredths(amount) }));

/** As it is answered and frozen: whole numbers of any size as text. */
export const factorView = ({ factor, weight, score, parts }: FactorScore): FactorAnswer => ({
  factor,
  weight,
  score: hundredths(score),
  parts: parts.map(({ code, part, whole, full, points: earned, counts }) => ({
    code,
    part: part.toString(),
    whole: whole.toString(),
    full: hundredths(full),
    points: hundredths(earned),
    counts,
  })),
});

export const preferenceView = ({ points: added, ...source }: Preference): PreferenceAnswer => ({
  ...source,
  points: hundredths(added),
});

/** Each county that is preferred, once, in the order of the ranking. */
export function preferredCounties(
  entries: readonly RankedAnswer[],
): { county: RankedAnswer['county']; preference: PreferenceAnswer }[] {
  const found = new Map(entries.map(({ county, preference }) => [county.id, { county, preference }]));
  return [...found.values()].flatMap(({ county, preference }) => (preference ? [{ county, preference }] : []));
}

export function whyView(verdict: Verdict): WhyAnswer {
  const none = { by: null, why: null, short: [], extra: [], withOthers: false };
  if (verdict.chosen) return { ...none, chosen: true, by: verdict.by };
  if (verdict.why === 'locked') return { ...none, chosen: false, why: 'locked' };
  return {
    ...none,
    chosen: false,
    why: verdict.why,
    short: shortages(verdict.short),
    extra: shortages(verdict.extra),
    withOthers: verdict.withOthers,
  };
}
