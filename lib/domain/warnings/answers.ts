import { z } from 'zod';
import { idField } from '../kernel/input';
import { countyAnswer } from '../units/named';
import { LIGHTS } from './types';

export const WATCH_PAGE = 50;
/** What a watch list shows: projects without a light are not watched. */
export const WATCHED = ['red', 'yellow', 'green'] as const;

export const watchQuery = z.strictObject({
  county: idField.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('项目年度'),
  light: z.enum(WATCHED).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type WatchQuery = z.output<typeof watchQuery>;

const reasonAnswer = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
});
const day = z.iso.date();

export const forecastAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('none'),
    why: z.enum(['noReports', 'oneReport', 'noProgress']),
    gains: z.array(z.int()).describe('最近各月进度，基点'),
  }),
  z.object({ kind: z.literal('complete'), on: day }),
  z.object({
    kind: z.literal('projected'),
    earliest: day,
    middle: day,
    latest: day.nullable().describe('空：按最慢的月份推算，不会竣工'),
    from: day.describe('推算起点：最后一份月报的月末'),
    gains: z.array(z.int()).describe('最近各月进度，基点，最近的在后'),
    twicePace: z.int().describe('每月进度的两倍，基点'),
  }),
]);

export const lightAnswer = z.object({
  light: z.enum(LIGHTS),
  late: z.boolean().describe('开工或者竣工晚于期限'),
  since: day.describe('哪天起亮这个灯'),
  dueOn: day.nullable().describe('下一个期限'),
  startBy: day,
  completeBy: day,
  percent: z.int().nullable().describe('完成进度，基点；空：没有已接收的月报'),
  expected: z.int().describe('按开工期限到竣工期限的时间，今天应完成多少，基点'),
  forecast: forecastAnswer,
  reasons: z.array(reasonAnswer).describe('全部原因，最重的在前'),
  rulebookId: z.uuid(),
});
export type LightAnswer = z.infer<typeof lightAnswer>;

export const watchRow = lightAnswer.extend({
  county: countyAnswer,
  year: z.int(),
  project: z.object({ id: z.uuid(), code: z.string(), name: z.string(), stage: z.int() }),
  cost: z
    .object({
      lost: z.int().describe('已失的分，百分之一分'),
      open: z.int().describe('还可挽回的分，百分之一分'),
    })
    .nullable()
    .describe('影响县市得分；空：年度没有给县市下达任务，或者不看得分的人'),
});
export type WatchRow = z.infer<typeof watchRow>;

export const watchAnswer = z.object({
  today: day,
  totals: z.object({ red: z.int(), yellow: z.int(), green: z.int() }).describe('每种灯的项目数，不分页、不按灯筛选'),
  total: z.int(),
  scored: z.boolean().describe('县市、州的人：各项目影响得分'),
  items: z.array(watchRow),
});
export type WatchAnswer = z.infer<typeof watchAnswer>;
