import { z } from 'zod';
import { idField } from '../kernel/input';
import { countyAnswer } from '../units/named';
import type { VetoRisk } from './vetoes';

const points = z.int().describe('百分之一分：200 是 2 分');
const year = z.coerce.number().int().min(2000).max(2100);
const says = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const liveQuery = z.strictObject({ year: year.optional() });
export const liveParams = z.strictObject({ id: idField });
export const criterionParams = z.strictObject({
  id: idField,
  criterion: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/),
});

const list = z.union([z.array(idField), idField.transform((one) => [one])]);
export const whatIfQuery = z.strictObject({
  year: year.optional(),
  project: list.describe('假定竣工的项目，可以有多个'),
  on: z.iso.date().describe('假定收到竣工报告的日期'),
  accepted: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('同时假定验收合格'),
});
export type WhatIfQuery = z.output<typeof whatIfQuery>;

const gradeAnswer = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });
const STANDINGS = ['none', 'risk', 'proposed'] as const satisfies readonly VetoRisk['standing'][];

export const rowAnswer = z.object({
  kind: z.enum(['county', 'plan', 'leadingGroup', 'project', 'compound', 'month', 'complaint', 'supervision', 'news']),
  id: z.string(),
  name: z.string(),
  met: z.boolean(),
  projectId: z.string().optional(),
  part: z.int(),
  whole: z.int(),
  earnable: z.boolean().describe('还可以补上'),
  says,
});
export type RowAnswer = z.infer<typeof rowAnswer>;

const formulaAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ratio'), found: z.int(), of: z.int(), points }),
  z.object({ kind: z.literal('noTarget') }),
  z.object({
    kind: z.literal('graded'),
    found: z.int(),
    of: z.int(),
    reached: z.int().nullable(),
    next: z.int().nullable(),
    missing: z.int(),
  }),
  z.object({ kind: z.literal('tests'), met: z.int(), of: z.int(), points }),
  z.object({ kind: z.enum(['attested', 'review']) }),
]);
export type FormulaAnswer = z.infer<typeof formulaAnswer>;

const holdsAnswer = z.object({
  rule: z.enum(['every', 'some', 'percent']),
  atLeast: z.int().nullable(),
});
export const testAnswer = z.object({
  measure: z.string(),
  about: z.array(z.object({ name: z.string(), nameEn: z.string() })).describe('哪些资金、哪些改造内容'),
  holds: holdsAnswer,
  met: z.boolean(),
  found: z.int().describe('符合的记录数'),
  of: z.int(),
});
export type TestAnswer = z.infer<typeof testAnswer>;

export const liveCriterion = z.object({
  id: z.string(),
  text: z.string(),
  textEn: z.string(),
  proof: z.enum(['computed', 'attested', 'mixed', 'review']),
  points,
  value: points,
  lost: points,
  formula: formulaAnswer,
  tests: z.array(testAnswer),
  clause: z.string(),
});
export type LiveCriterion = z.infer<typeof liveCriterion>;

const named = { code: z.string(), name: z.string(), nameEn: z.string(), points, value: points };
export const liveIndicator = z.object({ ...named, explanation: z.string(), criteria: z.array(liveCriterion) });
export const liveGroup = z.object({ ...named, indicators: z.array(liveIndicator) });
export type LiveGroup = z.infer<typeof liveGroup>;

export const gapAnswer = z.object({
  criterion: z.string(),
  lost: points,
  open: points.describe('还可以得到的分'),
  way: z.enum(['together', 'each', 'enough', 'people']),
  needed: z.int(),
  total: z.int().describe('缺的记录数'),
  rows: z.array(z.object({ row: rowAnswer, measure: z.string(), gain: points })).describe('得分最多的在前'),
});
export type GapAnswer = z.infer<typeof gapAnswer>;

export const forecastAnswer = z.object({ low: points, middle: points, high: points, late: z.int() });

export const riskAnswer = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string(),
  standing: z.enum(STANDINGS),
  peopleOnly: z.boolean(),
  evidence: z.array(rowAnswer),
});
export type RiskAnswer = z.infer<typeof riskAnswer>;

/** A county as the board of all shows it. */
export const boardRow = z.object({
  county: countyAnswer,
  value: points,
  attested: points.describe('要由县市申报的分'),
  review: points.describe('只能由复核核定的分'),
  grade: gradeAnswer.describe('按今天的得分'),
  forecast: forecastAnswer,
  target: z.int().nullable(),
  completed: z.int(),
  inTime: z.int(),
  veto: z.enum(STANDINGS),
  groups: z.array(z.object(named)),
});
export type BoardRow = z.infer<typeof boardRow>;

export const boardAnswer = z.object({
  year: z.int().nullable().describe('还没有设立年度时为空'),
  today: z.iso.date().nullable(),
  completeBy: z.iso.date().nullable(),
  items: z.array(boardRow).describe('得分高的在前'),
});
export type BoardAnswer = z.infer<typeof boardAnswer>;

export const liveAnswer = boardRow.omit({ groups: true }).extend({
  year: z.int(),
  today: z.iso.date(),
  startBy: z.iso.date(),
  completeBy: z.iso.date(),
  groups: z.array(liveGroup),
  gaps: z.array(gapAnswer),
  risks: z.array(riskAnswer),
  projects: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        code: z.string(),
        stage: z.int(),
        open: z.int().describe('没有竣工或没有验收的小区'),
        cost: z.object({ lost: points, open: points }).nullable().describe('影响得分；年度没有定目标时为空'),
      }),
    )
    .describe('还有小区没有竣工、没有验收或竣工迟了的项目，影响最大的在前'),
});
export type LiveAnswer = z.infer<typeof liveAnswer>;

export const criterionRowsAnswer = z.object({
  county: countyAnswer,
  year: z.int(),
  criterion: liveCriterion,
  tests: z.array(testAnswer.extend({ rows: z.array(rowAnswer) })),
});
export type CriterionRows = z.infer<typeof criterionRowsAnswer>;

export const whatIfAnswer = z.object({
  from: points,
  to: points,
  moved: z.array(z.object({ criterion: z.string(), text: z.string(), from: points, to: points })),
  grade: gradeAnswer,
});
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
