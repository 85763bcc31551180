import 'server-only';
import { z } from 'zod';
import { ballotInput } from '@/lib/domain/votes/schema';
import { SHEET_FIELDS } from '@/lib/domain/votes/sheet-columns';
import { CHANNELS, CHOICES } from '@/lib/domain/votes/types';
import { RoundShape, TallyShape } from './shapes';

export const sheetQuery = z.strictObject({
  channel: z.enum(CHANNELS).default('paper').meta({ description: '表里没有写收集方式的行，按哪一种读' }),
});

const count = z.int();

export const SheetShape = z.object({
  key: z.string().meta({ description: '同一份表在本轮里相同；确认时作为 Idempotency-Key 的开头' }),
  fileName: z.string(),
  sheet: z.string(),
  columns: z.array(z.object({ field: z.enum(SHEET_FIELDS), column: z.string() })),
  counts: z.object({ new: count, same: count, differs: count, problem: count, blank: count }),
  errors: count,
  warnings: count,
  rows: z.array(
    z.object({
      rowNo: count,
      state: z.enum(['new', 'same', 'differs', 'problem']),
      householdId: z.uuid().nullable(),
      where: z.string(),
      input: ballotInput.nullable(),
      proxyName: z.string().nullable(),
      remarks: z.string().nullable(),
      theirs: z
        .object({
          ballotId: z.uuid(),
          choice: z.enum(CHOICES),
          channel: z.enum(CHANNELS),
          collector: z.string(),
          collectedOn: z.string(),
          recordedBy: z.string(),
          recordedAt: z.string(),
        })
        .nullable(),
      differences: z.array(z.object({ field: z.string(), mine: z.string(), theirs: z.string() })),
    }),
  ),
  findings: z.array(
    z.object({
      level: z.enum(['error', 'warning', 'info']),
      rowNo: count.nullable(),
      cell: z.string().nullable(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string(),
    }),
  ),
  before: TallyShape,
  after: z.object({ tally: TallyShape, verdicts: RoundShape.shape.verdicts }),
});
