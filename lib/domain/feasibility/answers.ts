import { z } from 'zod';
import { countyAnswer } from '../units/named';
import { FEASIBILITY_STATUSES } from './rules';

export const moneyText = z.string().describe('元，两位小数');
const day = z.iso.date();
export const fileAnswer = z.object({ id: z.uuid(), name: z.string() });
const documentAnswer = z.object({ no: z.string(), on: day, file: fileAnswer.nullable() });

export const coveredAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  status: z.string(),
  compounds: z.int(),
  planCost: moneyText.describe('一区一策的造价'),
  estimate: moneyText.nullable().describe('概算'),
  counted: moneyText.describe('计入合计的：有概算的按概算，没有的按一区一策'),
});

export const feasibilityAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  year: z.int(),
  no: z.int(),
  title: z.string(),
  summary: z.string().nullable(),
  investment: moneyText,
  file: fileAnswer.nullable(),
  status: z.enum(FEASIBILITY_STATUSES),
  consent: documentAnswer.nullable(),
  approval: documentAnswer.extend({ body: z.string() }).nullable(),
  approver: z.object({ body: z.string(), recordedBy: z.enum(['county_drc', 'county_bureau']) }),
  projects: z.int(),
  cost: moneyText.describe('所含项目的造价合计'),
  difference: moneyText.describe('报告投资减去项目造价合计，可能为负'),
  version: z.int(),
});

export const feasibilityDetailAnswer = feasibilityAnswer.extend({
  covered: z.array(coveredAnswer),
  others: z.array(coveredAnswer).describe('本县市本年度还没有列入任何报告的项目'),
});

export type FeasibilityAnswer = z.infer<typeof feasibilityAnswer>;
export type FeasibilityDetail = z.infer<typeof feasibilityDetailAnswer>;
export type CoveredAnswer = z.infer<typeof coveredAnswer>;
