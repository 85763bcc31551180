import 'server-only';
import type { z } from 'zod';
import { reasonsOf } from '@/lib/domain/kernel/input';
import { badRequest, type Denied, failure } from '@/lib/server/answer';
import { isStorable, readText } from './read-request';

const MAX_FORM = 16 * 1024;

/** A small form, as browsers post it or as JSON. */
export async function readForm<S extends z.ZodType>(
  schema: S,
  request: Request,
): Promise<{ ok: true; value: z.output<S> } | Denied> {
  const type = request.headers.get('content-type') ?? '';
  const isJson = /^application\/json\b/i.test(type);
  if (!isJson && !/^application\/x-www-form-urlencoded\b/i.test(type)) return failure(415, 'not_json');
  const text = await readText(request, MAX_FORM);
  if (text === null) return failure(413, 'too_large', { limit: '16 KB' });
  let value: unknown;
  try {
    value = isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
  } catch {
    return badRequest('malformed_json');
  }
  if (!isStorable(value)) return badRequest('unstorable_text');
  const parsed = schema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : badRequest('invalid_input', reasonsOf(parsed.error));
}
