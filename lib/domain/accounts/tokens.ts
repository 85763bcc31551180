import { z } from 'zod';
import { addDays, type CalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { Role } from './roles';
import { SCOPES, type Scope, scopeLabel, scopesOf } from './scopes';

/** A year: whoever still needs it then says so again. */
export const TOKEN_DAYS = 365;
/** More than this for one account is a sign that each system should have an account of its own. */
export const TOKENS_AT_ONCE = 10;

export const tokenCreateSchema = z.strictObject({
  name: textField(40),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  expiresOn: z.iso.date(),
});
export type TokenCreate = z.output<typeof tokenCreateSchema>;

export const tokenRevokeSchema = z.strictObject({ reason: textField(200) });

export const latestExpiry = (today: CalendarDate): CalendarDate => addDays(today, TOKEN_DAYS);

interface Standing {
  role: Role;
  today: CalendarDate;
  /** names of the account's tokens that still work */
  names: readonly string[];
}

/** Whether the account may make this token. The last day counts: it works until midnight in Asia/Shanghai. */
export function checkToken(
  { name, scopes, expiresOn }: { name: string; scopes: readonly Scope[]; expiresOn: string },
  { role, today, names }: Standing,
): Decision<true> {
  const latest = latestExpiry(today);
  const beyond = scopes.filter((scope) => !scopesOf(role).includes(scope));
  const reasons: Reason[] = beyond.map((scope) =>
    reason('tokens.beyondRole', { scope, found: scopeLabel(scope).zh }, { field: 'scopes' }),
  );
  if (new Set(scopes).size < scopes.length) reasons.push(reason('tokens.scopeTwice', undefined, { field: 'scopes' }));
  if (expiresOn < today)
    reasons.push(reason('tokens.expiryPast', { found: expiresOn, expected: today }, { field: 'expiresOn' }));
  if (expiresOn > latest)
    reasons.push(reason('tokens.expiryTooLate', { found: expiresOn, expected: latest }, { field: 'expiresOn' }));
  if (names.includes(name)) reasons.push(reason('tokens.nameTaken', { found: name }, { field: 'name' }));
  if (names.length >= TOKENS_AT_ONCE) reasons.push(reason('tokens.tooMany', { expected: TOKENS_AT_ONCE }));
  return decide(true, reasons);
}

/** Who ended it: its own person, somebody who administers the account, or what happened to the account. */
export const TOKEN_ENDS = ['own', 'administrator', 'disabled', 'moved'] as const;
export type TokenEnd = (typeof TOKEN_ENDS)[number];

export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** the first characters, to tell tokens apart */
  hint: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: z.string(),
  expiresOn: z.string(),
  lastUsedAt: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  revokedHow: z.enum(TOKEN_ENDS).nullable(),
  revokedReason: z.string().nullable(),
});
export type TokenView = z.output<typeof tokenView>;

/** The answer of the making, and of it alone: the one time that the secret is shown. */
export const tokenMade = tokenView.extend({ secret: z.string() });
export type TokenMade = z.output<typeof tokenMade>;

export const tokenListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: idField.optional(),
});
export type TokenListQuery = z.output<typeof tokenListQuery>;
export const tokenList = z.object({ items: z.array(tokenView), nextCursor: z.string().nullable(), total: z.int() });
export type TokenList = z.output<typeof tokenList>;
