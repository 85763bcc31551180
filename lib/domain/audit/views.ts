import { z } from 'zod';
import { idField } from '../kernel/input';

const values = z.record(z.string(), z.unknown()).nullable();

/** One line of the record; personal values in it are ciphertext and are not handed out here. */
export const auditLineView = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  accountId: z.uuid().nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  /** the record's name as it stands now; an owner's is masked */
  subject: z.string().nullable(),
  county: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  before: values,
  after: values,
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  /** holds encrypted personal values, which a reason can reveal */
  personal: z.boolean(),
  sealed: z.boolean(),
});
export type AuditLineView = z.output<typeof auditLineView>;

/** What somebody did in one go: an import of 400 dwellings is one act with a thousand lines, of which the first stand here. */
export interface AuditAct {
  at: string;
  actor: string;
  action: string;
  reason: string | null;
  /** how many records of each kind */
  entities: Record<string, number>;
  /** line ids of the first and the last */
  bottom: string;
  top: string;
  lines: AuditLineView[];
}
export interface AuditActs {
  items: AuditAct[];
  nextCursor: string | null;
}

const word = z.string().regex(/^[a-z][a-z0-9_.]{1,60}$/i);

export const auditListQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  account: idField.optional(),
  action: word.optional(),
  entity: word.optional(),
  id: z.string().max(60).optional(),
  /** with the compound's buildings, households, owners and files */
  compound: idField.optional(),
  /** what one access token did */
  token: idField.optional(),
  county: z.union([z.literal('prefecture'), idField]).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditListQuery = z.output<typeof auditListQuery>;

/** Counting stops here: nobody reads further, and millions of lines are not counted for a page. */
export const AUDIT_COUNTED = 10_000;
export const auditList = z.object({ items: z.array(auditLineView), nextCursor: z.string().nullable(), total: z.int() });
export type AuditList = z.output<typeof auditList>;

export const auditReveal = z.strictObject({ reason: z.string().trim().min(4).max(500) });
const person = z.object({ name: z.string(), phone: z.string().nullable(), idNumber: z.string().nullable() }).nullable();
export const auditRevealed = z.object({ before: person, after: person });
export type AuditRevealed = z.output<typeof auditRevealed>;
