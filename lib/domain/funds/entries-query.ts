import { z } from 'zod';
import { addDays, type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField } from '../kernel/input';
import { FUNDING_SOURCES } from '../rulebook/schema-funding';
import { MOVEMENTS } from './types';

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);

export const ENTRY_PAGE_SIZES = [20, 50, 100, 200] as const;
export const ENTRY_COLUMNS = [
  'name',
  'date',
  'movement',
  'county',
  'project',
  'source',
  'earmark',
  'amount',
  'counterparty',
  'contract',
  'items',
  'note',
] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

/** The address of the list of entries. A movement finds its reversals with it, so that the sum of what is found is the figure; `reversed` finds reversals of all. */
export const entryListQuery = z.strictObject({
  q: z.string().trim().max(100).optional().describe('凭证号、对方单位、摘要'),
  county: idField.optional(),
  year: whole(2000, 2100).optional().describe('项目年度'),
  project: idField.optional(),
  source: z.enum(FUNDING_SOURCES).optional(),
  kind: z
    .string()
    .regex(/^[a-z][A-Za-z]{0,40}$/)
    .optional()
    .describe('资金来源的分类'),
  movement: z.enum(MOVEMENTS).optional().describe('变动；冲销的分录算在所冲销的变动里，reversed 只列冲销'),
  contract: idField.optional(),
  item: z
    .string()
    .regex(/^([BC]-[RI]\d{2}|fees)$/)
    .optional()
    .describe('改造内容编码；fees 为工程建设其他费用'),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum(['date']).default('date'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: whole(1, 200).default(50),
  cursor: z.string().max(400).optional(),
});
export type EntryListQuery = z.output<typeof entryListQuery>;

/** From the first day of a month to the last day of one. */
const isWholeMonths = ({ from, to }: Pick<EntryListQuery, 'from' | 'to'>): boolean =>
  (from === undefined || from.endsWith('-01')) && (to === undefined || addDays(to, 1).endsWith('-01'));

/** What the list finds is summed where it is kept: by county, year, source, kind, movement and whole months. */
export function isKept(query: EntryListQuery): boolean {
  const { q, project, contract, item, movement } = query;
  return !q && !project && !contract && !item && movement !== 'reversed' && isWholeMonths(query);
}
