import type { Answered } from '@/tests/drill/support/client';
import { NOBODYS_ID } from '../every/strange';

/** What differs between any two answers and says nothing: numbers of requests, nonces, the moment. */
const OWN_TO_THE_ANSWER: [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'REQUEST'],
  [/[\w-]{21}([vm]\\?")/g, 'RENDERED$1'],
  [/nonce=\\?"[^"\\]*\\?"/g, 'nonce=""'],
  [/("nonce\\?":\\?")[^"\\]*/g, '$1'],
  [/("asOf\\?":\\?")[^"\\]*/g, '$1'],
];

const without = (text: string, words: readonly string[]): string =>
  words
    .flatMap((word) => [word, encodeURIComponent(word)])
    .filter((word) => word !== '')
    .reduce((all, word) => all.replaceAll(word, 'ASKED'), text);

/** The flight data of a page lies in its scripts, cut anywhere: joined again, in lines, in no order. */
function unscripted(html: string): string {
  const pushed: string[] = [];
  const rest = html.replace(
    /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g,
    (_, text: string) => {
      pushed.push(JSON.parse(text) as string);
      return '';
    },
  );
  return `${rest}\n${pushed.join('').split('\n').sort().join('\n')}`;
}

/** An answer without what it must hold of its own, and without what was asked for: what is left may tell nobody anything. */
export function plain({ status, headers, text }: Answered, asked: readonly string[] = []): string {
  const type = String(headers['content-type'] ?? '');
  const body = type.includes('text/html')
    ? unscripted(text)
    : type.includes('x-component')
      ? text.split('\n').sort().join('\n')
      : text;
  const told = [
    'location',
    'content-type',
    'cache-control',
    'etag',
    'retry-after',
    'allow',
    'vary',
    'content-disposition',
  ]
    .map((name) => `${name}: ${headers[name] ?? ''}`)
    .join('\n');
  const bare = OWN_TO_THE_ANSWER.reduce((all, [from, to]) => all.replace(from, to), `${status}\n${told}\n${body}`);
  return without(bare, [...asked, NOBODYS_ID]);
}

/** Where two answers part, for people; null where they are alike. */
export function parted(one: string, other: string): string | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `“${one.slice(from, at + 140)}” ≠ “${other.slice(from, at + 140)}”`;
}
