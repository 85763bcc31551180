import type { Answered } from '@/tests/drill/support/client';
import { notAProblem } from '../every/problem';
import type { Called } from '../world';
import type { Fuzzed } from './bodies';

/** What no answer may hold: a stack, a file of the server, a statement, a name of what it is built of. */
const INSIDE =
  /\bat .{1,80}\.[cm]?[jt]sx?:\d+|node_modules|\.next\/server|PrismaClient|\bprisma\.|\bpg_[a-z]+\b|SQLSTATE|violates .{1,40} constraint|relation "|syntax error at|ECONNREFUSED|\bENOENT\b/i;

const asCalled = ({ status, headers, text }: Answered): Called => {
  const read = () => {
    try {
      return JSON.parse(text) as never;
    } catch {
      return null as never;
    }
  };
  return { status, headers: new Headers(headers as Record<string, string>), json: read(), response: new Response() };
};

/** What is wrong with the answer to a request that nobody means: null where it is a plain yes or a plain no. */
export function wrongWith(answer: Answered, { intrudes }: Pick<Fuzzed, 'intrudes'>): string | null {
  const { status, text } = answer;
  if (status >= 500) return `answered ${status} ${text.slice(0, 200)}`;
  if (INSIDE.test(text)) return `shows its inside: ${INSIDE.exec(text)?.[0]}`;
  if (status >= 400) return notAProblem(asCalled(answer));
  return intrudes ? `took a field that it does not know: ${status}` : null;
}
