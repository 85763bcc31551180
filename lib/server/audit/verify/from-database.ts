import 'server-only';
import type pg from 'pg';
import type { LineRecord, SealRecord } from './records';

// The text is built here and not by the database's own function: whoever could change that function could hide a change.
const TEXT = `jsonb_build_array(l.id, l.county_id, l.prefecture_id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.account_id,
  l.actor, l.action, l.entity, l.entity_id, l.before, l.after, l.reason, l.request_id)::text`;

const STREAM = `DECLARE chain_rows NO SCROLL CURSOR FOR
  SELECT s.chain, s.seq, s.lines, s.total::text AS total, s.prev_hash, s.hash,
    to_char(s.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS sealed_at,
    h.line_id::text AS line_id, h.hash AS line_hash, CASE WHEN l.id IS NOT NULL THEN ${TEXT} END AS text
  FROM audit_seal s LEFT JOIN audit_sealed_line h ON h.chain = s.chain AND h.seq = s.seq LEFT JOIN audit_line l ON l.id = h.line_id
  ORDER BY s.chain, s.seq, h.line_id`;

interface Row {
  chain: string;
  seq: number;
  lines: number;
  total: string;
  prev_hash: string;
  hash: string;
  sealed_at: string;
  line_id: string | null;
  line_hash: string | null;
  text: string | null;
}

const BATCH = 2_000;

/** Inside a transaction: every seal and its lines in order, a batch at a time. */
export async function* recordsOf(client: pg.Client): AsyncGenerator<SealRecord | LineRecord> {
  await client.query(STREAM);
  let current = '';
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM chain_rows`);
    if (rows.length === 0) break;
    for (const row of rows) {
      const { chain, seq, lines, hash } = row;
      const key = `${chain}#${seq}`;
      if (key !== current) {
        current = key;
        const seal = {
          chain,
          seq,
          lines,
          total: Number(row.total),
          prevHash: row.prev_hash,
          hash,
          sealedAt: row.sealed_at,
        };
        yield { record: 'seal', ...seal };
      }
      if (row.line_id !== null) {
        yield { record: 'line', chain, seq, id: row.line_id, hash: row.line_hash ?? '', text: row.text };
      }
    }
  }
  await client.query('CLOSE chain_rows');
}
