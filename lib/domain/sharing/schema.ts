import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';
import { FUNDING_SOURCES } from '../rulebook/schema-funding';
import { SHARE_RULES } from '../votes/types';

/** Yuan as decimal text ('418000.00', below 10^12) into integer fen. */
const money = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, { error: 'money.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);
const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const source = z.enum(FUNDING_SOURCES);
const payer = textField(100).nullable().default(null);
const itemCode = z.string().regex(/^[BC]-[RI]\d{2}$/);
const place = {
  compoundId: idField,
  buildingId: idField.nullable().default(null),
  item: itemCode,
};
const given = z.strictObject({ source, kind: code.nullable().default(null), payer, amount: money });

const compound = z.strictObject({
  compoundId: idField,
  rule: z.enum(SHARE_RULES).default('area'),
  formerUnit: z.boolean().default(false),
  unit: payer,
  ownMoney: z
    .array(z.strictObject({ kind: code, amount: money }))
    .max(10)
    .default([]),
});

const settings = {
  cover: z.array(given).max(30),
  subsidy: money,
  civil: z.array(z.strictObject({ ...place, amount: money })).max(2_000),
  payers: z
    .array(
      z.strictObject({
        ...{ rule: code, source, name: textField(100) },
        item: itemCode.nullable().default(null).describe('只是这一项内容的'),
        amount: money.nullable().default(null).describe('其中多少；不填的出余下的'),
      }),
    )
    .max(200),
  compounds: z.array(compound).max(200),
};
/** As the record keeps it. */
export const settingsShape = z.strictObject(settings);
/** A list that is sent takes the place of the one there was; what is not sent stays. */
export const settingsInput = settingsShape.partial();
export type SettingsInput = z.output<typeof settingsInput>;

export const changeInput = z.strictObject({
  ...place,
  parts: z.array(given).min(1).max(10),
  reason: textField(500),
});
export type ChangeInput = z.output<typeof changeInput>;

export const retireInput = z.strictObject({ reason: textField(500) });

export const givenParts = z.array(given).min(1);

/** 缴款期限, as the form and the address name it. */
export const dueField = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);

/** Whose notice: as the list of notices names it. */
export const noticeQuery = z.strictObject({ payer: z.string().min(1).max(300), dueOn: dueField.optional() });
