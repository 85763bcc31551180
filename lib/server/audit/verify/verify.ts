import 'server-only';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { ChainChecker } from './chain-checker';
import { recordsOf } from './from-database';
import { guardProblems, strayLines } from './guards';
import { anyRecord, type Closing, type Head, type Problem } from './records';

export interface Verdict {
  lines: number;
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
    const checker = new ChainChecker(identity, earlier);
    await write?.(JSON.stringify({ record: 'first', identity, exportedAt: rows[0]?.now.toISOString() ?? '' }));
    for await (const record of recordsOf(client)) {
      if (record.record === 'seal') checker.seal(record);
      else checker.line(record);
      await write?.(JSON.stringify(record));
    }
    checker.end();
    const heads = [...checker.heads.values()];
    await write?.(JSON.stringify({ record: 'closing', lines: checker.lines, heads }));
    const unsealed = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM audit_pending');
    const problems = [...checker.problems, ...(await strayLines(client)), ...(await guardProblems(client))];
    return {
      lines: checker.lines,
      unsealed: unsealed.rows[0]?.count ?? 0,
      heads,
      problems: [...problems, ...nothingChecked(checker.lines)],
    };
  } finally {
    await client.end();
  }
}

function compareClosing(checker: ChainChecker, closing: Closing | null): Problem[] {
  if (!closing) return [{ kind: 'closing_missing' }];
  const problems: Problem[] = [];
  if (closing.lines !== checker.lines) {
    problems.push({ kind: 'closing_differs', detail: `${checker.lines} / ${closing.lines}` });
  }
  const promised = new Map(closing.heads.map((head) => [head.chain, head]));
  for (const chain of new Set([...promised.keys(), ...checker.heads.keys()])) {
    const [a, b] = [promised.get(chain), checker.heads.get(chain)];
    if (a?.hash !== b?.hash || a?.seq !== b?.seq || a?.total !== b?.total)
      problems.push({ kind: 'closing_differs', chain });
  }
  return problems;
}

/** Checks an exported file, without any database. */
export async function verifyFile(path: string, earlier: Head[] = []): Promise<Verdict> {
  const input = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let checker: ChainChecker | null = null;
  let closing: Closing | null = null;
  const problems: Problem[] = [];
  let number = 0;
  for await (const text of input) {
    number += 1;
    const record = parse(text);
    if (record?.record === 'first' && !checker) checker = new ChainChecker(record.identity, earlier);
    else if (record?.record === 'seal' && checker && !closing) checker.seal(record);
    else if (record?.record === 'line' && checker && !closing) checker.line(record);
    else if (record?.record === 'closing' && checker && !closing) closing = record;
    else if (text.trim()) problems.push({ kind: 'unreadable', detail: `${path}:${number}` });
  }
  if (!checker) return { lines: 0, unsealed: 0, heads: [], problems: [...problems, { kind: 'nothing_checked' }] };
  checker.end();
  return {
    lines: checker.lines,
    unsealed: 0,
    heads: [...checker.heads.values()],
    problems: [...problems, ...checker.problems, ...compareClosing(checker, closing), ...nothingChecked(checker.lines)],
  };
}

function parse(text: string) {
  try {
    return anyRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
