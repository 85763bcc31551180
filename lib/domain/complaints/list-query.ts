import { z } from 'zod';
import { idField } from '../kernel/input';
import { CHANNELS, COMPLAINT_KINDS, STATUSES } from './types';

export const COMPLAINT_PAGE_SIZES = [20, 50, 100, 200] as const;
export const COMPLAINT_COLUMNS = [
  'no',
  'content',
  'kind',
  'subject',
  'county',
  'compound',
  'channel',
  'receivedOn',
  'status',
  'assignee',
  'dueOn',
] as const;
export type ComplaintColumn = (typeof COMPLAINT_COLUMNS)[number];
/** late: unanswered after its day; soon: due within days; open: waits for an answer; mine: assigned to the own office */
export const COMPLAINT_STANDINGS = ['open', 'late', 'soon', 'mine'] as const;

/** The address of the list. What joined another matter is shown where it is asked for (status merged), and counted never. */
export const complaintListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  county: idField.optional(),
  compound: idField.optional(),
  project: idField.optional(),
  status: z.enum(STATUSES).optional(),
  standing: z.enum(COMPLAINT_STANDINGS).optional(),
  kind: z.enum(COMPLAINT_KINDS).optional(),
  subject: z
    .string()
    .regex(/^[a-z][A-Za-z]{0,40}$/)
    .optional(),
  channel: z.enum(CHANNELS).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});
export type ComplaintListQuery = z.output<typeof complaintListQuery>;
