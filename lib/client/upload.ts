import { type ApiResult, problemOf, unreachable } from './api';

export interface UploadedFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

type Sent = (bytes: number) => void;

/** As fetch does it, but it tells how far it has come. null: nobody answered. */
function post(path: string, headers: Record<string, string>, file: File, onSent?: Sent): Promise<Response | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (onSent) request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    request.onload = () => {
      const told = ['content-type', 'retry-after'].flatMap((name) => {
        const value = request.getResponseHeader(name);
        return value === null ? [] : [[name, value] as [string, string]];
      });
      resolve(new Response(request.responseText, { status: request.status, headers: told }));
    };
    request.send(file);
  });
}

/** Sends a file as it is; its name travels percent-encoded, since headers carry no Chinese. */
export async function uploadFile(
  file: File,
  purpose: 'photo' | 'document',
  onSent?: Sent,
): Promise<ApiResult<UploadedFile>> {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-anju-request': '1',
    'x-file-name': encodeURIComponent(file.name),
  };
  const response = await post(`/api/v1/files?purpose=${purpose}`, headers, file, onSent);
  if (!response) return { ok: false, problem: unreachable() };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  return { ok: true, value: (await response.json()) as UploadedFile };
}
