import { type ApiResult, problemOf, unreachable } from './api';

/** Asks what a filled workbook holds and would change; nothing is written. */
export async function readFilledSheet<T>(path: string, file: File): Promise<ApiResult<T>> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/octet-stream',
      'x-anju-request': '1',
      'x-file-name': encodeURIComponent(file.name),
    },
    body: file,
  }).catch(() => null);
  if (!response) return { ok: false, problem: unreachable() };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  return { ok: true, value: (await response.json()) as T };
}
