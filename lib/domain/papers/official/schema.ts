import { z } from 'zod';
import { idField } from '../../kernel/input';
import { countyAnswer } from '../../units/named';
import { PAPER_CODES } from './register';
import { PAPER_FORMATS, PAPER_STATES } from './types';

export const officialPaperQuery = z.strictObject({
  kind: z.enum(PAPER_CODES).optional(),
  county: idField.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('成文日期所在的年份'),
  q: z.string().trim().max(100).optional().describe('标题、文号、小区或项目'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(400).optional(),
});
export type OfficialPaperQuery = z.output<typeof officialPaperQuery>;

const formatLink = z.object({
  format: z.enum(PAPER_FORMATS),
  href: z.string(),
  /** whom it is for, where one record makes several files */
  payer: z.string().nullable(),
});
export type FormatLink = z.output<typeof formatLink>;

export const officialPaper = z.object({
  kind: z.enum(PAPER_CODES),
  id: z.uuid(),
  on: z.iso.date().describe('成文日期；草稿为最近一次修改或者建立的日期'),
  title: z.string(),
  documentNo: z.string().nullable(),
  county: countyAnswer.nullable().describe('为空：州级公文'),
  about: z.string().nullable().describe('项目或者小区'),
  state: z.enum(PAPER_STATES).describe('draft：草稿；issued：已定稿、已发出；void：已退回或者撤销'),
  formats: z.array(formatLink),
  record: z.string().describe('记录所在的页面'),
});
export type OfficialPaperRow = z.output<typeof officialPaper>;

/** Counting stops here: beyond it a list is searched, not counted. */
export const COUNTED_UP_TO = 1_000;

export const officialPaperList = z.object({
  items: z.array(officialPaper),
  nextCursor: z.string().nullable(),
  kinds: z
    .array(z.object({ kind: z.enum(PAPER_CODES), count: z.int(), more: z.boolean().describe(`多于 ${COUNTED_UP_TO}`) }))
    .describe('本人可以查看的各类公文有多少份（按同样的条件，不论种类）'),
});
export type OfficialPaperList = z.output<typeof officialPaperList>;
