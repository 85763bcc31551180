import 'server-only';
import { z } from 'zod';
import { closingRecord, type Head, headSchema } from './records';

const Heads = z.array(headSchema).min(1);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Chain heads as `--print-heads` wrote them (also with what was printed around them), or an exported file's closing record; null for neither. */
export function headsFrom(text: string): Head[] | null {
  const printed = text.match(/^\[\n[\s\S]*?^\]/m)?.[0] ?? text;
  const list = Heads.safeParse(parsed(printed));
  if (list.success) return list.data;
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const closing = closingRecord.safeParse(parsed(last));
  return closing.success && closing.data.heads.length > 0 ? closing.data.heads : null;
}
