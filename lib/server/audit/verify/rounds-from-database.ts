import 'server-only';
import type pg from 'pg';
import type { EntryRecord, VoteRecord } from './records';

// The texts are built here and not by the database's own functions: whoever could change those could hide a change.
const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const BALLOT = `jsonb_build_array(b.id, b.round_id, b.household_id, b.seq, b.kind, b.choice, b.channel, b.form_no, b.photo_file_id, b.photo_sha256,
  b.proxy_name, b.proxy_file_id, b.proxy_sha256, b.wanted, b.problems, b.collector, ${time('b.collected_at')}, ${time('b.device_at')}, b.source,
  b.replaces_id, b.beside_id, b.objection_id, b.reason, b.recorded_by, ${time('b.recorded_at')})::text`;
const CHECK = `jsonb_build_array(c.ballot_id, c.round_id, c.seq, c.verdict, c.note, c.checked_by, ${time('c.checked_at')})::text`;

// Each in the order of an index that it has: what is sorted at once are the rows of one entry.
const ENTRIES = `SELECT e.round_id::text AS round_id, e.seq, r.code, e.kind, ${time('e.at')} AS at, e.account_id::text AS account, e.digest,
    e.content::text AS content, e.prev_hash, e.hash
  FROM vote_entry e LEFT JOIN vote_round r ON r.id = e.round_id ORDER BY e.round_id, e.seq`;
const BALLOTS = `SELECT b.round_id::text AS round_id, b.seq, b.id::text AS id, b.hash, ${BALLOT} AS text FROM ballot b ORDER BY b.round_id, b.seq, b.id`;
const CHECKS = `SELECT c.round_id::text AS round_id, c.seq, c.ballot_id::text AS id, c.hash, ${CHECK} AS text
  FROM ballot_check c ORDER BY c.round_id, c.seq, c.ballot_id`;

interface Place {
  round_id: string;
  seq: number;
}
interface EntryRow extends Place {
  code: string | null;
  kind: string;
  at: string;
  account: string | null;
  digest: string;
  content: string | null;
  prev_hash: string;
  hash: string;
}
interface VoteRow extends Place {
  id: string;
  hash: string;
  text: string;
}

const BATCH = 1_000;

/** A question read a batch at a time, with the next row in sight. */
class Cursor<R extends Place> {
  private rows: R[] = [];
  private at = 0;
  private begun = false;

  constructor(
    private readonly client: pg.Client,
    private readonly name: string,
    private readonly sql: string,
  ) {}

  async peek(): Promise<R | undefined> {
    if (this.at < this.rows.length) return this.rows[this.at];
    if (!this.begun) await this.client.query(`DECLARE ${this.name} NO SCROLL CURSOR FOR ${this.sql}`);
    this.begun = true;
    this.rows = (await this.client.query<R>(`FETCH ${BATCH} FROM ${this.name}`)).rows;
    this.at = 0;
    return this.rows[0];
  }

  take(): void {
    this.at += 1;
  }
}

// ids as text stand in the order in which the database has them
const before = (a: Place, b: Place) => (a.round_id === b.round_id ? a.seq < b.seq : a.round_id < b.round_id);

const entryOf = (row: EntryRow): EntryRecord => ({
  record: 'entry',
  chain: `round:${row.round_id}`,
  round: row.code,
  seq: row.seq,
  kind: row.kind,
  at: row.at,
  account: row.account,
  digest: row.digest,
  content: row.content,
  prevHash: row.prev_hash,
  hash: row.hash,
});

/** Inside a transaction: every entry of every round with what it records, in order; rows of no entry stand where theirs would. */
export async function* roundRecordsOf(client: pg.Client): AsyncGenerator<EntryRecord | VoteRecord> {
  const entries = new Cursor<EntryRow>(client, 'round_entries', ENTRIES);
  const votes = [
    ['ballot', new Cursor<VoteRow>(client, 'round_ballots', BALLOTS)],
    ['check', new Cursor<VoteRow>(client, 'round_checks', CHECKS)],
  ] as const;
  for (;;) {
    const entry = await entries.peek();
    entries.take();
    const next = await entries.peek();
    if (entry) yield entryOf(entry);
    for (const [what, cursor] of votes) {
      for (let row = await cursor.peek(); row && !(next && !before(row, next)); row = await cursor.peek()) {
        cursor.take();
        const { round_id, seq, id, hash, text } = row;
        yield { record: 'vote', chain: `round:${round_id}`, seq, what, id, hash, text };
      }
    }
    if (!next) break;
  }
}
