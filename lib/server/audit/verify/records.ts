import 'server-only';
import { z } from 'zod';

/** What a check reads, from the database or from an exported file, chain by chain and seal by seal: a seal, then its lines. */
export const sealRecord = z.strictObject({
  record: z.literal('seal'),
  chain: z.string(),
  seq: z.int(),
  lines: z.int(),
  total: z.int(),
  prevHash: z.string(),
  hash: z.string(),
  sealedAt: z.string(),
});
export const lineRecord = z.strictObject({
  record: z.literal('line'),
  chain: z.string(),
  seq: z.int(),
  id: z.string(),
  hash: z.string(),
  /** the exact text that was hashed; null when the line is gone */
  text: z.string().nullable(),
});
export const headSchema = z.strictObject({ chain: z.string(), seq: z.int(), total: z.int(), hash: z.string() });
export const firstRecord = z.strictObject({ record: z.literal('first'), identity: z.string(), exportedAt: z.string() });
export const closingRecord = z.strictObject({
  record: z.literal('closing'),
  lines: z.int(),
  heads: z.array(headSchema),
});

export const anyRecord = z.discriminatedUnion('record', [firstRecord, sealRecord, lineRecord, closingRecord]);
export type SealRecord = z.infer<typeof sealRecord>;
export type LineRecord = z.infer<typeof lineRecord>;
export type Head = z.infer<typeof headSchema>;
export type Closing = z.infer<typeof closingRecord>;

export type ProblemKind =
  | 'line_altered'
  | 'line_missing'
  | 'line_misplaced'
  | 'first_record'
  | 'seal_missing'
  | 'seal_broken'
  | 'seal_count'
  | 'chain_shorter'
  | 'chain_differs'
  | 'closing_missing'
  | 'closing_differs'
  | 'orphan_lines'
  | 'unaccounted_lines'
  | 'trigger_disabled'
  | 'trigger_missing'
  | 'row_security'
  | 'nothing_checked'
  | 'unreadable';

export interface Problem {
  kind: ProblemKind;
  chain?: string;
  seq?: number;
  line?: string;
  detail?: string;
}
