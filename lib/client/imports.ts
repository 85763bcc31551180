import type { ApiResult } from './api';
import { problemOf, unreachable } from './api';

interface Upload {
  /** One per chosen file, kept when it is sent again: the same file is then taken up once. */
  idempotencyKey: string;
  onProgress: (sent: number, total: number) => void;
  signal?: AbortSignal;
  /** of the survey unless said */
  path?: string;
}

/** Sent by XMLHttpRequest, the only way in which browsers tell how much of a body has left. */
export function uploadWorkbook<T extends { id: string }>(
  file: File,
  { idempotencyKey, onProgress, signal, path = '/api/v1/imports' }: Upload,
): Promise<ApiResult<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const answer = () => void readAnswer<T>(request).then(resolve);
    const lost = () => resolve({ ok: false, problem: unreachable() });
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = answer;
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = lost;
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-anju-request', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('idempotency-key', idempotencyKey);
    request.send(file);
  });
}

async function readAnswer<T>(request: XMLHttpRequest): Promise<ApiResult<T>> {
  const ok = request.status >= 200 && request.status < 300;
  if (ok) return { ok: true, value: JSON.parse(request.responseText) as T };
  const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
  return {
    ok: false,
    problem: await problemOf(new Response(request.responseText, { status: Math.max(request.status, 200), headers })),
  };
}

export const importPath = (id: string, rest = ''): string => `/api/v1/imports/${id}${rest}`;

/** Lets the browser fetch a file under its own name. */
export function saveFile(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
