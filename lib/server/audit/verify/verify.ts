import 'server-only';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { bookProblems } from './books';
import { Checks } from './checks';
import { recordsOf } from './from-database';
import { guardProblems, strayLines } from './guards';
import { lightProblems } from './lights';
import { anyRecord, type Closing, type Head, type Problem } from './records';
import { roundRecordsOf } from './rounds-from-database';
import { roundProblems } from './rounds-kept';
import { monthEndProblems, worksProblems } from './works';

export interface Verdict {
  lines: number;
  /** ballots and second looks */
  votes: number;
  /** lines not sealed yet: no fault, they are next */
  unsealed: number;
  heads: Head[];
  problems: Problem[];
}

type Write = (line: string) => Promise<void>;

const nothingChecked = (lines: number): Problem[] => (lines === 0 ? [{ kind: 'nothing_checked' }] : []);

/** Checks the database as the verifier's role; with `write`, exports what it checks as NDJSON. One consistent moment. */
export async function verifyDatabase(url: string, earlier: Head[] = [], write?: Write): Promise<Verdict> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ identity: string; now: Date }>(
      'SELECT identity, now() AS now FROM installation',
    );
    const identity = rows[0]?.identity ?? '';
    const checks = new Checks(identity, earlier);
    await write?.(JSON.stringify({ record: 'first', identity, exportedAt: rows[0]?.now.toISOString() ?? '' }));
    for (const records of [recordsOf(client), roundRecordsOf(client)]) {
      for await (const record of records) {
        checks.take(record);
        await write?.(JSON.stringify(record));
      }
    }
    checks.end();
    const { lines, votes, heads } = checks;
    await write?.(JSON.stringify({ record: 'closing', lines, heads }));
    const unsealed = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM audit_pending');
    const problems = [
      ...checks.problems,
      ...(await strayLines(client)),
      ...(await roundProblems(client)),
      ...(await bookProblems(client)),
      ...(await lightProblems(client)),
      ...(await worksProblems(client)),
      ...(await monthEndProblems(client)),
      ...(await guardProblems(client)),
    ];
    return {
      lines,
      votes,
      unsealed: unsealed.rows[0]?.count ?? 0,
      heads,
      problems: [...problems, ...nothingChecked(lines)],
    };
  } finally {
    await client.end();
  }
}

/** Checks an exported file, without any database. */
export async function verifyFile(path: string, earlier: Head[] = []): Promise<Verdict> {
  const input = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let checks: Checks | null = null;
  let closing: Closing | null = null;
  const problems: Problem[] = [];
  let number = 0;
  for await (const text of input) {
    number += 1;
    const record = parse(text);
    if (record?.record === 'first' && !checks) checks = new Checks(record.identity, earlier);
    else if (!record || record.record === 'first' || !checks || closing) {
      if (text.trim()) problems.push({ kind: 'unreadable', detail: `${path}:${number}` });
    } else if (record.record === 'closing') closing = record;
    else checks.take(record);
  }
  if (!checks) {
    return { lines: 0, votes: 0, unsealed: 0, heads: [], problems: [...problems, { kind: 'nothing_checked' }] };
  }
  checks.end();
  const { lines, votes, heads } = checks;
  return {
    lines,
    votes,
    unsealed: 0,
    heads,
    problems: [...problems, ...checks.problems, ...checks.unlike(closing), ...nothingChecked(lines)],
  };
}

function parse(text: string) {
  try {
    return anyRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
