import { z } from 'zod';
import { fileAnswer } from '../feasibility/answers';
import { dayField, yearField } from '../feasibility/schema';
import { calendarDateOf } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { NEWS_LEVELS } from '../rulebook/schema-news';
import { countyAnswer } from '../units/named';
import { NEWS_STATES } from './types';

const code = z.string().regex(/^[a-z][A-Za-z]{0,30}$/);
const optional = (max: number) => textField(max).nullable().default(null);

export const newsCreate = z.strictObject({
  year: yearField,
  kind: code,
  level: z.enum(NEWS_LEVELS),
  title: textField(200),
  happenedOn: dayField.transform(calendarDateOf).describe('刊载、表扬或召开的日期'),
  medium: code.nullable().default(null),
  outlet: optional(80).describe('媒体名称，如云南日报'),
  link: z.string().trim().min(1).max(2_000).nullable().default(null),
  fileId: idField.nullable().default(null),
  documentNo: optional(80),
  issuer: optional(80).describe('表扬文件的发文机关'),
  place: optional(120),
  participants: z.int().min(1).max(100_000).nullable().default(null),
  summary: optional(1_000),
});
export type NewsCreate = z.output<typeof newsCreate>;

export const newsWithdrawal = z.strictObject({ reason: textField(500) });

export const NEWS_PAGE_SIZES = [20, 50, 100, 200] as const;
export const NEWS_COLUMNS = [
  'title',
  'date',
  'county',
  'year',
  'kind',
  'level',
  'medium',
  'evidence',
  'status',
] as const;
export type NewsColumn = (typeof NEWS_COLUMNS)[number];
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** The address of the list of news, the latest first. */
export const newsListQuery = z.strictObject({
  q: z.string().trim().max(100).optional().describe('标题、媒体名称、文号'),
  county: idField.optional(),
  year: whole(2000, 2100).optional(),
  kind: code.optional(),
  level: z.enum(NEWS_LEVELS).optional(),
  status: z.enum(NEWS_STATES).optional(),
  limit: whole(1, 200).default(50),
  cursor: z.string().max(400).optional(),
});
export type NewsListQuery = z.output<typeof newsListQuery>;

export const newsAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  year: z.int(),
  kind: z.string(),
  level: z.enum(NEWS_LEVELS),
  title: z.string(),
  happenedOn: z.iso.date(),
  medium: z.string().nullable(),
  outlet: z.string().nullable(),
  link: z.string().nullable(),
  file: fileAnswer.nullable(),
  documentNo: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  participants: z.int().nullable(),
  summary: z.string().nullable(),
  status: z.enum(NEWS_STATES),
  withdrawnReason: z.string().nullable(),
  filedAt: z.iso.datetime(),
  filedBy: z.string(),
  version: z.int(),
});
export type NewsAnswer = z.infer<typeof newsAnswer>;

export const newsList = z.object({
  items: z.array(newsAnswer),
  total: z.int(),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
});
export type NewsList = z.infer<typeof newsList>;

export const newsCountsQuery = z.strictObject({ county: idField.optional(), year: whole(2000, 2100).optional() });

export const newsCountsAnswer = z.object({
  items: z.array(
    z.object({
      county: countyAnswer,
      year: z.int(),
      counts: z.array(z.object({ kind: z.string(), level: z.enum(NEWS_LEVELS), count: z.int() })),
      criteria: z
        .array(
          z.object({
            code: z.string().describe('考核表评分标准的编号'),
            found: z.int(),
            atLeast: z.int(),
            met: z.boolean(),
            clause: z.string(),
          }),
        )
        .describe('按报送情况达到的评分标准；是否属于主要媒体由复核认定'),
    }),
  ),
});
export type NewsCounts = z.infer<typeof newsCountsAnswer>['items'][number];
