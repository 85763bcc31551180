import { z } from 'zod';
import { idField } from '../kernel/input';
import { countyAnswer } from '../units/named';

export const ROWS_PAGE = 50;

/** Figures of compounds; and those of an item, a promise or a 六有, which have a code and are done or open. */
export const OF_COMPOUNDS = [
  'compounds',
  'planned',
  'started',
  'startedLate',
  'completed',
  'completedLate',
  'accepted',
] as const;
export const OF_CODES = ['item', 'promise', 'have'] as const;
export type RowsFigure = (typeof OF_COMPOUNDS)[number] | (typeof OF_CODES)[number];

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,29}$/);

/** The rows behind a figure of the overview, as they stand now. */
export const rowsQuery = z
  .strictObject({
    figure: z.enum([...OF_COMPOUNDS, ...OF_CODES]).describe('哪个数'),
    key: code.optional().describe('改造内容、五不、六有的编码'),
    state: z.enum(['done', 'open', 'met']).default('done').describe('已完成、未完成；met：方案认定已达标'),
    span: z.enum(['year', 'all']).default('year').describe('本年度，或者截至本年度累计'),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    county: idField.optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  })
  .refine(({ figure, key }) => (OF_CODES as readonly string[]).includes(figure) === (key !== undefined), {
    path: ['key'],
    error: 'overview.keyNeeded',
  });
export type RowsQuery = z.output<typeof rowsQuery>;

const named = z.object({ id: z.uuid(), name: z.string() });
const row = z.object({
  county: countyAnswer,
  compound: named,
  /** of a figure that counts buildings */
  building: z.string().nullable(),
  project: named.extend({ year: z.int(), stage: z.int() }),
  households: z.int(),
  floorArea: z.string().describe('平方米，两位小数'),
  on: z.iso.date().nullable().describe('开工、完工、验收的日期（首次收到）'),
});
export type OverviewRow = z.infer<typeof row>;

export const rowsAnswer = z.object({
  year: z.int(),
  total: z.int(),
  items: z.array(row),
});
export type RowsAnswer = z.infer<typeof rowsAnswer>;
