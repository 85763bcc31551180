import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';
import { tidyCreditCode } from './credit-code';
import { STATUS_ACTS } from './status';
import { COMPANY_KINDS, CONTRACT_KINDS, ENTITY_KINDS, FINDING_GRADES, PARTY_KINDS, TENDER_METHODS } from './types';

const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);
/** Yuan as decimal text ('418000.00', below 10^12) into integer fen. */
const money = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, { error: 'money.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);
const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const menuItem = z.string().regex(/^[BC]-[RI]\d{2}$/);
const ids = z.array(idField).max(200);

const entity = {
  entityKind: z.enum(ENTITY_KINDS).nullable().optional(),
  entityUnitId: idField.nullable().optional(),
  entityCompanyId: idField.nullable().optional(),
};

export const projectCreate = z.strictObject({
  name: textField(100),
  year: z.int().min(2000).max(2100),
  compoundIds: ids,
  renovationType: code.optional(),
  ...entity,
});
export const projectUpdate = z.strictObject({
  name: textField(100).optional(),
  renovationType: code.nullable().optional(),
  ...entity,
  newLand: z.boolean().nullable().optional(),
  newPipelines: z.boolean().nullable().optional(),
  structuralWork: z.boolean().nullable().optional(),
  estimate: money.nullable().optional(),
  budget: money.nullable().optional(),
});
export type ProjectCreate = z.output<typeof projectCreate>;
export type ProjectUpdate = z.output<typeof projectUpdate>;

/** Compounds that come in and those that leave, with the reason. */
export const membersChange = z.strictObject({
  add: ids.default([]),
  remove: ids.default([]),
  reason: textField(200).optional(),
});
export type MembersChange = z.output<typeof membersChange>;

export const statusChange = z.strictObject({
  act: z.enum(STATUS_ACTS),
  documentNo: textField(80),
  documentOn: day,
  reason: textField(500),
  fileId: idField.optional(),
});
export type StatusChange = z.output<typeof statusChange>;

export const partyInput = z.strictObject({
  kind: z.enum(PARTY_KINDS),
  companyId: idField,
  person: textField(40).optional(),
});
export type PartyInput = z.output<typeof partyInput>;

export const personInput = z.strictObject({ accountId: idField });

export const contractInput = z.strictObject({
  kind: z.enum(CONTRACT_KINDS),
  no: textField(80),
  name: textField(100),
  companyId: idField,
  amount: money,
  tenderMethod: z.enum(TENDER_METHODS).nullable().optional(),
  awardedOn: day.nullable().optional(),
  signedOn: day,
  startOn: day.nullable().optional(),
  endOn: day.nullable().optional(),
  fileId: idField.nullable().optional(),
});
export type ContractInput = z.output<typeof contractInput>;

export const fundingInput = z.strictObject({
  source: code,
  kind: code.nullable().optional(),
  payer: textField(100).nullable().optional(),
  amount: money,
  note: textField(200).nullable().optional(),
});
export type FundingInput = z.output<typeof fundingInput>;

export const completionsInput = z.strictObject({
  completedOn: day,
  note: textField(200).optional(),
  beforeFileId: idField.optional(),
  photoFileId: idField.optional(),
  items: z
    .array(z.strictObject({ compoundId: idField, buildingId: idField.nullable().default(null), item: menuItem }))
    .min(1)
    .max(1_000),
});
export type CompletionsInput = z.output<typeof completionsInput>;

export const findingInput = z.strictObject({
  compoundId: idField.optional(),
  kind: code,
  grade: z.enum(FINDING_GRADES),
  item: menuItem.optional(),
  place: textField(100),
  content: textField(500),
  responsible: textField(100).optional(),
  inspectedOn: day,
  limitOn: day,
  photoFileId: idField.optional(),
});
export type FindingInput = z.output<typeof findingInput>;

export const rectifyInput = z.strictObject({
  rectifiedOn: day,
  rectification: textField(500),
  fileId: idField.optional(),
});
export type RectifyInput = z.output<typeof rectifyInput>;

export const recheckInput = z.strictObject({
  passed: z.boolean(),
  recheckedOn: day,
  note: textField(500).optional(),
});
export type RecheckInput = z.output<typeof recheckInput>;

const creditCode = z.string().trim().max(40).transform(tidyCreditCode);
export const companyCreate = z.strictObject({
  name: textField(100),
  creditCode: creditCode.optional(),
  kinds: z.array(z.enum(COMPANY_KINDS)).min(1).max(COMPANY_KINDS.length),
  note: textField(200).optional(),
});
export const companyUpdate = z.strictObject({
  name: textField(100).optional(),
  creditCode: creditCode.nullable().optional(),
  kinds: z.array(z.enum(COMPANY_KINDS)).min(1).max(COMPANY_KINDS.length).optional(),
  note: textField(200).nullable().optional(),
});
export type CompanyCreate = z.output<typeof companyCreate>;
export type CompanyUpdate = z.output<typeof companyUpdate>;

export const companyListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  county: idField.optional(),
  kind: z.enum(COMPANY_KINDS).optional(),
  retired: z.enum(['yes', 'no']).default('no'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CompanyListQuery = z.output<typeof companyListQuery>;

export const endInput = z.strictObject({ reason: textField(200) });
