import { type ApiResult, problemOf, unreachable } from './api';

export interface UploadedFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** Sends a file as it is; its name travels percent-encoded, since headers carry no Chinese. */
export async function uploadFile(file: File, purpose: 'photo' | 'document'): Promise<ApiResult<UploadedFile>> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/files?purpose=${purpose}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/octet-stream',
        'x-anju-request': '1',
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    });
  } catch {
    return { ok: false, problem: unreachable() };
  }
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  return { ok: true, value: (await response.json()) as UploadedFile };
}
