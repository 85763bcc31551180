import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';
import { readFormNumber } from './form-number';
import { CALL_OUTCOMES, CHANNELS, CHOICES, DOORS, SHARE_RULES } from './types';

/** The most ballots in one request. */
export const MOST_BALLOTS = 2_000;

const instant = z.iso.datetime({ offset: true });
const day = z.string().refine(isCalendarDate, { error: 'date.unreadable' });
/** Yuan as decimal text ('418000.00', below 10^12) into integer fen. */
const moneyField = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, { error: 'money.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);

/** One ballot as it is handed in. What the database knows better (time, account, place in the chain) is not asked. */
export const ballotInput = z.strictObject({
  householdId: idField,
  choice: z.enum(CHOICES),
  channel: z.enum(CHANNELS),
  /** as people type it: small letters, spaces, look-alikes; what is no number at all is looked up as it stands and not found */
  formNo: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .transform((typed) => readFormNumber(typed)?.number ?? typed)
    .optional(),
  photoFileId: idField.optional(),
  /** 授权委托: who came, and the photo of the authorisation */
  proxy: z.strictObject({ name: textField(40), fileId: idField }).optional(),
  /** round 1: codes of menu items wanted, and the main problems */
  wanted: z
    .array(z.string().regex(/^[BC]-[RI]\d{2}$/))
    .max(36)
    .optional(),
  problems: textField(500).optional(),
  /** who collected it; the account that records it when absent */
  collector: textField(40).optional(),
  /** when it was collected, as stated; now when absent */
  collectedAt: instant.optional(),
  /** the phone's clock when it was recorded offline, as stated */
  deviceAt: instant.optional(),
  /** the ballot that this one corrects, and why */
  replaces: idField.optional(),
  /** kept beside this ballot of another officer, counted nowhere */
  beside: idField.optional(),
  reason: textField(200).optional(),
});
export const ballotsInput = z.strictObject({
  source: z.enum(['single', 'many', 'sheet', 'offline']).default('single'),
  ballots: z.array(ballotInput).min(1).max(MOST_BALLOTS),
});
export type BallotInput = z.output<typeof ballotInput>;
export type BallotsInput = z.output<typeof ballotsInput>;

export const visitsInput = z.strictObject({
  visits: z
    .array(
      z.strictObject({
        householdId: idField,
        outcome: z.enum(DOORS),
        note: textField(200).optional(),
        visitedOn: day.optional(),
      }),
    )
    .min(1)
    .max(MOST_BALLOTS),
});
export type VisitsInput = z.output<typeof visitsInput>;

/** Looks of the second person: right, or wrong and why. */
export const checksInput = z.strictObject({
  checks: z
    .array(z.strictObject({ ballotId: idField, verdict: z.enum(['right', 'wrong']), note: textField(200).optional() }))
    .min(1)
    .max(MOST_BALLOTS),
});
export type ChecksInput = z.output<typeof checksInput>;

export const callBackInput = z.strictObject({ outcome: z.enum(CALL_OUTCOMES), note: textField(200).optional() });
export type CallBackInput = z.output<typeof callBackInput>;

export const roundCreate = z.strictObject({
  compoundId: idField,
  round: z.union([z.literal(1), z.literal(2)]),
  schemeId: idField.optional(),
  plannedCloseOn: day.optional(),
});
export const roundUpdate = z.strictObject({ plannedCloseOn: day.nullable().optional(), schemeId: idField.optional() });
export type RoundCreate = z.output<typeof roundCreate>;
export type RoundUpdate = z.output<typeof roundUpdate>;
export const reasonInput = z.strictObject({ reason: textField(200) });

/** What an officer's page knows of the round already. */
export const pulseQuery = z.strictObject({
  since: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  building: idField.optional(),
  at: z.iso.datetime().regex(/^20/).optional(),
});

export const formsInput = z.strictObject({
  /** households to print for; all that have no good form when absent */
  householdIds: z.array(idField).min(1).max(MOST_BALLOTS).optional(),
  /** forms that are voided by printing anew need the reason */
  reason: textField(200).optional(),
});
export type FormsInput = z.output<typeof formsInput>;

export const schemeCreate = z.strictObject({
  compoundId: idField,
  title: textField(80),
  estimate: moneyField,
  ownersShare: moneyField,
  shareRule: z.enum(SHARE_RULES).default('area'),
  note: textField(500).optional(),
  /** the version whose parts are taken over */
  from: idField.optional(),
});
export const schemeUpdate = z.strictObject({
  title: textField(80).optional(),
  estimate: moneyField.optional(),
  ownersShare: moneyField.optional(),
  shareRule: z.enum(SHARE_RULES).optional(),
  note: textField(500).nullable().optional(),
});
export const schemePartInput = z.strictObject({ summary: textField(2_000), fileId: idField.nullable().optional() });
export type SchemeCreate = z.output<typeof schemeCreate>;
export type SchemeUpdate = z.output<typeof schemeUpdate>;
export type SchemePartInput = z.output<typeof schemePartInput>;
