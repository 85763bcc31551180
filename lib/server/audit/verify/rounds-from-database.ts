import 'server-only';
import type pg from 'pg';
import type { EntryRecord, VoteRecord } from './records';

// The texts are built here and not by the database's own functions: whoever could change those could hide a change.
const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const BALLOT = `jsonb_build_array(b.id, b.round_id, b.household_id, b.seq, b.kind, b.choice, b.channel, b.form_no, b.photo_file_id, b.photo_sha256,
  b.proxy_name, b.proxy_file_id, b.proxy_sha256, b.wanted, b.problems, b.collector, ${time('b.collected_at')}, ${time('b.device_at')}, b.source,
  b.replaces_id, b.beside_id, b.objection_id, b.reason, b.recorded_by, ${time('b.recorded_at')})::text`;
const CHECK = `jsonb_build_array(c.ballot_id, c.round_id, c.seq, c.verdict, c.note, c.checked_by, ${time('c.checked_at')})::text`;

const STREAM = `DECLARE round_rows NO SCROLL CURSOR FOR
  SELECT e.round_id::text AS round_id, r.code, e.seq, e.kind, ${time('e.at')} AS at, e.account_id::text AS account, e.digest, e.content::text AS content,
    e.prev_hash, e.hash, i.what, i.id::text AS row_id, i.hash AS row_hash, i.text
  FROM vote_entry e LEFT JOIN vote_round r ON r.id = e.round_id LEFT JOIN (
    SELECT b.round_id, b.seq, 'ballot' AS what, b.id, b.hash, ${BALLOT} AS text FROM ballot b
    UNION ALL SELECT c.round_id, c.seq, 'check', c.ballot_id, c.hash, ${CHECK} FROM ballot_check c
  ) i ON i.round_id = e.round_id AND i.seq = e.seq
  ORDER BY e.round_id, e.seq, i.id`;

interface Row {
  round_id: string;
  code: string | null;
  seq: number;
  kind: string;
  at: string;
  account: string | null;
  digest: string;
  content: string | null;
  prev_hash: string;
  hash: string;
  what: VoteRecord['what'] | null;
  row_id: string | null;
  row_hash: string | null;
  text: string | null;
}

const entryOf = (row: Row): EntryRecord => ({
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

const BATCH = 2_000;

/** Inside a transaction: every entry of every round and what it records, in order, a batch at a time. */
export async function* roundRecordsOf(client: pg.Client): AsyncGenerator<EntryRecord | VoteRecord> {
  await client.query(STREAM);
  let current = '';
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM round_rows`);
    if (rows.length === 0) break;
    for (const row of rows) {
      const entry = entryOf(row);
      const key = `${entry.chain}#${entry.seq}`;
      if (key !== current) yield entry;
      current = key;
      if (row.what !== null && row.row_id !== null) {
        const { chain, seq } = entry;
        yield {
          record: 'vote',
          chain,
          seq,
          what: row.what,
          id: row.row_id,
          hash: row.row_hash ?? '',
          text: row.text ?? '',
        };
      }
    }
  }
  await client.query('CLOSE round_rows');
}
