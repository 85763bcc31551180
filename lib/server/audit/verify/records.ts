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
/** A link of a round's chain, then the ballots or looks that it records. */
export const entryRecord = z.strictObject({
  record: z.literal('entry'),
  chain: z.string(),
  /** the round's code: for people, the hash does not hold it */
  round: z.string().nullable(),
  seq: z.int(),
  kind: z.string(),
  at: z.string(),
  account: z.string().nullable(),
  digest: z.string(),
  /** the exact text that was hashed, of entries that record no rows */
  content: z.string().nullable(),
  prevHash: z.string(),
  hash: z.string(),
});
export const voteRecord = z.strictObject({
  record: z.literal('vote'),
  chain: z.string(),
  seq: z.int(),
  what: z.enum(['ballot', 'check']),
  /** of the ballot, also for the look at it */
  id: z.string(),
  hash: z.string(),
  text: z.string(),
});
export const headSchema = z.strictObject({ chain: z.string(), seq: z.int(), total: z.int(), hash: z.string() });
export const firstRecord = z.strictObject({ record: z.literal('first'), identity: z.string(), exportedAt: z.string() });
export const closingRecord = z.strictObject({
  record: z.literal('closing'),
  lines: z.int(),
  heads: z.array(headSchema),
});

export const anyRecord = z.discriminatedUnion('record', [
  firstRecord,
  sealRecord,
  lineRecord,
  entryRecord,
  voteRecord,
  closingRecord,
]);
export type SealRecord = z.infer<typeof sealRecord>;
export type LineRecord = z.infer<typeof lineRecord>;
export type EntryRecord = z.infer<typeof entryRecord>;
export type VoteRecord = z.infer<typeof voteRecord>;
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
  | 'vote_first'
  | 'vote_entry_missing'
  | 'vote_entry_broken'
  | 'vote_entry_altered'
  | 'vote_row_altered'
  | 'vote_rows_differ'
  | 'vote_row_orphan'
  | 'vote_head'
  | 'vote_roll_altered'
  | 'vote_step'
  | 'vote_sums'
  | 'month_ends'
  | 'project_lights'
  | 'works'
  | 'vote_result'
  | 'vote_after_closing'
  | 'ledger_lines'
  | 'ledger_balance'
  | 'ledger_sums'
  | 'ledger_persons'
  | 'nothing_checked'
  | 'unreadable';

export interface Problem {
  kind: ProblemKind;
  chain?: string;
  seq?: number;
  line?: string;
  /** of a vote: the round's code, and the ballot */
  round?: string;
  ballot?: string;
  detail?: string;
}
