import 'server-only';
import { z } from 'zod';
import { ACCEPTANCE_STATUSES, OPINIONS } from '@/lib/domain/acceptance/types';

/** What the routes of the acceptance answer, for the OpenAPI document. */
const text = z.string().nullable();

export const acceptanceParams = z.strictObject({ id: z.uuid(), acceptanceId: z.uuid() });
export const opinionParams = z.strictObject({ id: z.uuid(), acceptanceId: z.uuid(), opinionId: z.uuid() });

const OpinionShape = z.object({
  id: z.uuid(),
  party: z.string(),
  name: z.string(),
  person: text,
  opinion: z.enum(OPINIONS),
  remarks: text,
  file: z.object({ id: z.uuid(), name: z.string() }),
  sha256: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  retiredReason: text,
});

export const AcceptanceShape = z.object({
  id: z.uuid(),
  no: z.int(),
  heldOn: z.string(),
  place: z.string(),
  status: z.enum(ACCEPTANCE_STATUSES),
  conclusion: text,
  concludedAt: text,
  concludedBy: text,
  version: z.int(),
  opinions: z.array(OpinionShape),
  absent: z.array(z.string()),
});

export const AcceptancesShape = z.object({
  project: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    status: z.string(),
    stage: z.int(),
    version: z.int(),
  }),
  parties: z.array(
    z.object({ code: z.string(), name: z.string(), nameEn: z.string(), required: z.boolean(), many: z.boolean() }),
  ),
  construction: z.object({ completed: z.boolean(), on: text }),
  attempts: z.array(AcceptanceShape),
  account: z.object({
    contractSum: z.string(),
    finalAccount: text,
    audited: text,
    accountPaperOn: text,
    auditPaperOn: text,
    variances: z.array(z.enum(['accountOverContract', 'auditedOverAccount', 'auditedOverContract'])),
  }),
});
