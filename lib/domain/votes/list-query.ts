import { z } from 'zod';
import { idField } from '../kernel/input';
import { OUTCOMES, ROUND_STATUSES } from './types';

export const ROUND_PAGE_SIZES = [20, 50, 100, 200] as const;

/** What a list of rounds can be asked for; in the address, so that a link can be sent. */
export const roundListQuery = z.strictObject({
  county: idField.optional(),
  community: idField.optional(),
  compound: idField.optional(),
  round: z.coerce.number().int().min(1).max(2).optional(),
  status: z.enum([...ROUND_STATUSES, 'live']).optional(),
  /** of those that were certified */
  outcome: z.enum(OUTCOMES).optional(),
  q: z.string().trim().max(80).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RoundListQuery = z.output<typeof roundListQuery>;
