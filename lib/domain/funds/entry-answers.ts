import { z } from 'zod';
import { moneyText } from '../feasibility/answers';
import { countyAnswer } from '../units/named';
import { MOVEMENTS } from './types';

const movement = z.enum(MOVEMENTS);

export const entryRow = z.object({
  id: z.uuid(),
  entryOn: z.iso.date(),
  movement,
  of: movement.describe('冲销的分录：所冲销的变动'),
  county: countyAnswer,
  project: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable().describe('空：县市待分配'),
  year: z.int(),
  source: z.string(),
  kind: z.string(),
  earmark: z.string(),
  amount: moneyText.describe('冲销的为负数'),
  part: moneyText.nullable().describe('按改造内容筛选时，其中用于该内容的'),
  voucherNo: z.string(),
  counterparty: z.string().nullable(),
  note: z.string().nullable(),
  contract: z.object({ id: z.uuid(), no: z.string() }).nullable(),
  items: z.array(z.object({ item: z.string(), amount: moneyText })),
  reversed: z.boolean().describe('已被冲销'),
});
export type EntryRow = z.infer<typeof entryRow>;

/** What a row counts with in the sums: looked for by an item, the part that is for it. */
export const countedSum = ({ amount, part }: Pick<EntryRow, 'amount' | 'part'>): string => part ?? amount;

export const entrySums = z.object({
  allocated: moneyText,
  assigned: moneyText,
  received: moneyText,
  paid: moneyText,
});
export type EntrySums = z.infer<typeof entrySums>;

export const entryListAnswer = z.object({
  items: z.array(entryRow),
  total: z.int(),
  sums: entrySums.describe('所列全部分录的合计，冲销的已减去'),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
});
export type EntryList = z.infer<typeof entryListAnswer>;
