import 'server-only';
import type { z } from 'zod';
import { reasonsOf } from '@/lib/domain/kernel/input';
import { badRequest, type Denied, failure } from '@/lib/server/answer';

type Read<T> = { ok: true; value: T } | Denied;
type ReadBody<T> = { ok: true; value: T; raw: string } | Denied;

const MIB = 1024 * 1024;

export function check<S extends z.ZodType>(schema: S, value: unknown): Read<z.output<S>> {
  const parsed = schema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : badRequest('invalid_input', reasonsOf(parsed.error));
}

/** PostgreSQL takes neither NUL nor half a surrogate pair: refused at the door, wherever they hide. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (depth > 20) return false;
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  if (value && typeof value === 'object')
    return Object.entries(value).every(([key, item]) => isStorable(key, depth + 1) && isStorable(item, depth + 1));
  return true;
}

export function readQuery<S extends z.ZodType>(schema: S, url: URL): Read<z.output<S>> {
  const found: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key);
    found[key] = values.length === 1 ? (values[0] ?? '') : values;
  }
  if (!isStorable({ ...found })) return badRequest('unstorable_text');
  return check(schema, { ...found });
}

export function readParams<S extends z.ZodType>(
  schema: S,
  params: Record<string, string | string[] | undefined>,
): Read<z.output<S>> {
  const parsed = schema.safeParse(params);
  // An id that is no id names nothing: it is not found, like a foreign one.
  return parsed.success ? { ok: true, value: parsed.data } : failure(404, 'not_found');
}

export async function readText(request: Request, limit: number): Promise<string | null> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) return null;
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Whether anything but blanks came with the request. */
export async function bringsBody(request: Request): Promise<boolean> {
  const text = await readText(request, 1024);
  return text === null || text.trim() !== '';
}

/** 1 MiB of JSON is more than any form of the product sends; what takes many records at once says what it needs, and files have their own route. */
export async function readJson<S extends z.ZodType>(
  schema: S,
  request: Request,
  mostMiB = 1,
): Promise<ReadBody<z.output<S>>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return failure(415, 'not_json');
  const text = await readText(request, mostMiB * MIB);
  if (text === null) return failure(413, 'too_large', { limit: `${mostMiB} MB` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return badRequest('malformed_json');
  }
  if (!isStorable(value)) return badRequest('unstorable_text');
  const read = check(schema, value);
  return read.ok ? { ...read, raw: text } : read;
}
