import type { SheetAnswer } from '@/lib/domain/votes/sheet-answers';
import type { Channel } from '@/lib/domain/votes/types';
import { type ApiResult, problemOf, unreachable } from './api';

/** What a person handed over: a file, or cells from the clipboard. */
export type SheetSource = { kind: 'file'; file: File } | { kind: 'text'; text: string };

async function send(path: string, source: SheetSource): Promise<Response | null> {
  const headers: Record<string, string> = { 'x-anju-request': '1' };
  headers['content-type'] = source.kind === 'file' ? 'application/octet-stream' : 'application/json';
  if (source.kind === 'file') headers['x-file-name'] = encodeURIComponent(source.file.name);
  const body = source.kind === 'file' ? source.file : JSON.stringify({ text: source.text });
  return fetch(`/api/v1${path}`, { method: 'POST', headers, body, credentials: 'same-origin' }).catch(() => null);
}

/** Asks what the sheet holds; nothing is written. */
export async function readBallotSheet(
  roundId: string,
  source: SheetSource,
  channel: Channel,
): Promise<ApiResult<SheetAnswer>> {
  const response = await send(`/rounds/${roundId}/ballots/sheet?channel=${channel}`, source);
  if (!response) return { ok: false, problem: unreachable() };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  return { ok: true, value: (await response.json()) as SheetAnswer };
}

const nameIn = (response: Response): string => {
  const match = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '');
  return match?.[1] ? decodeURIComponent(match[1]) : 'marked.xlsx';
};

/** The same sheet back, with its faults at their cells. */
export async function saveMarkedSheet(
  roundId: string,
  source: SheetSource,
  channel: Channel,
): Promise<ApiResult<undefined>> {
  const response = await send(`/rounds/${roundId}/ballots/sheet/marked.xlsx?channel=${channel}`, source);
  if (!response) return { ok: false, problem: unreachable() };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = href;
  link.download = nameIn(response);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
  return { ok: true, value: undefined };
}
