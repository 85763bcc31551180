import { z } from 'zod';
import { PLAIN_FIELDS } from './differences';

const text = z.string().nullable();
const count = z.int().min(0);

/** One project's part of POST /progress/{month}/workbook/apply. */
const partAnswer = z.object({
  project: z.uuid(),
  version: count,
  investment: z.string().optional(),
  people: z.int().optional(),
  problems: text.optional(),
  items: z.array(
    z.object({
      compoundId: z.uuid(),
      buildingId: z.uuid().nullable(),
      item: z.string(),
      percent: z.int(),
      backReason: text,
    }),
  ),
});

/** What a filled workbook would change, before anybody confirms it. */
export const monthSheetAnswer = z.object({
  key: z.string().describe('同一份表对同样的草稿相同；确认时作为 Idempotency-Key 的开头'),
  fileName: z.string(),
  errors: count,
  same: count.describe('与现在相同的行'),
  projects: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      name: z.string(),
      fields: z.array(z.object({ field: z.enum(PLAIN_FIELDS), before: text, after: text })),
      items: z.array(
        z.object({
          name: z.string(),
          before: z.int(),
          after: z.int(),
          backReason: text,
        }),
      ),
      report: partAnswer.describe('确认时原样送回'),
    }),
  ),
  findings: z.array(
    z.object({
      level: z.enum(['error', 'warning', 'info']),
      sheet: z.string(),
      rowNo: count.nullable(),
      cell: text,
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string(),
    }),
  ),
});
export type MonthSheetAnswer = z.infer<typeof monthSheetAnswer>;

export const monthImportAnswer = z.object({
  projects: count.describe('保存了草稿的项目'),
  items: count.describe('改变的进度'),
});
export type MonthImportAnswer = z.infer<typeof monthImportAnswer>;
