import type { SheetOfCells } from '@/components/ui/sheet-table';
import type { Answered } from '@/tests/drill/support/client';
import { isId, NOBODYS_ID } from '../every/strange';

/** What differs between any two answers and says nothing: numbers of requests, nonces, the moment. */
const OWN_TO_THE_ANSWER: [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'REQUEST'],
  [/[\w-]{21}([vm]\\?")/g, 'RENDERED$1'],
  [/nonce=\\?"[^"\\]*\\?"/g, 'nonce=""'],
  [/("nonce\\?":\\?")[^"\\]*/g, '$1'],
  [/\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}/g, 'NOW'],
  [/刚刚|\d+ (?:秒|分钟|小时)前/g, 'AGO'],
  [/("asOf\\?":\\?")[^"\\]*/g, '$1'],
];

const without = (text: string, words: readonly string[]): string =>
  words
    .flatMap((word) => [word, encodeURIComponent(word), ...(isId(word) ? [word.slice(0, 8)] : [])])
    .filter((word) => word !== '')
    .reduce((all, word) => all.replaceAll(word, 'ASKED'), text);

/** A table that was sent as its distinct cells (components/ui/sheet-table.tsx), cell by cell: which of them are alike changes with the minute. */
function spoken(text: string): string {
  if (!text.startsWith('{"head":')) return JSON.stringify(text);
  const { head, columns, cells, rows } = JSON.parse(text) as SheetOfCells;
  return JSON.stringify([head, columns, rows.map((row) => row.map((place) => cells[place] ?? ''))]);
}

/** What flight data holds, row by row: a text of any length says how long it is, all others end with their line. */
function rowsOf(flight: string): string[] {
  const bytes = Buffer.from(flight);
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const from = bytes.indexOf(':', at) + 1;
    if (from === 0) break;
    if (bytes[from] === 'T'.charCodeAt(0)) {
      const comma = bytes.indexOf(',', from);
      at = comma + 1 + Number.parseInt(bytes.subarray(from + 1, comma).toString(), 16);
      rows.push(spoken(bytes.subarray(comma + 1, at).toString()));
    } else {
      const end = bytes.indexOf('\n', from);
      const to = end < 0 ? bytes.length : end;
      rows.push(bytes.subarray(from, to).toString());
      at = to + 1;
    }
  }
  return rows;
}

/**
 * Flight data without its order: rows come as they are ready, and are numbered so. What is left is every text and number
 * that it holds, which is all that anybody can read in it.
 */
const inNoOrder = (flight: string, bare: (said: string) => string): string => {
  const values = rowsOf(flight).flatMap((row) => bare(row).match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g) ?? []);
  return values
    .filter((value) => !value.startsWith('"$'))
    .map((value) => (value.startsWith('"{\\"head') ? spoken(JSON.parse(value) as string) : value))
    .sort()
    .join('\n');
};

/** The flight data of a page lies in its scripts, cut anywhere. */
function unscripted(html: string, bare: (said: string) => string): string {
  const pushed: string[] = [];
  const rest = html.replace(
    /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g,
    (_, text: string) => {
      pushed.push(JSON.parse(text) as string);
      return '';
    },
  );
  return `${bare(rest)}\n${inNoOrder(pushed.join(''), bare)}`;
}

const TOLD = [
  'location',
  'content-type',
  'cache-control',
  'etag',
  'retry-after',
  'allow',
  'vary',
  'content-disposition',
];

/** An answer without what it must hold of its own, and without what was asked for: what is left may tell nobody anything. */
export function plain({ status, headers, text }: Answered, asked: readonly string[] = []): string {
  const bare = (said: string) =>
    without(
      OWN_TO_THE_ANSWER.reduce((all, [from, to]) => all.replace(from, to), said),
      [...asked, NOBODYS_ID],
    );
  const type = String(headers['content-type'] ?? '');
  const isFlight = type.includes('x-component');
  const shown = type.includes('text/html') ? unscripted(text, bare) : isFlight ? inNoOrder(text, bare) : bare(text);
  const told = TOLD.map((name) => `${name}: ${headers[name] ?? ''}`).join('\n');
  return `${status}\n${bare(told)}\n${shown}`;
}

/** Where two answers part, for people; null where they are alike. */
export function parted(one: string, other: string): string | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `“${one.slice(from, at + 140)}” ≠ “${other.slice(from, at + 140)}”`;
}
