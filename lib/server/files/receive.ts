import 'server-only';
import { createReadStream } from 'node:fs';
import { type Denied, failure } from '@/lib/server/answer';
import { bodyToFile } from './body-to-file';
import { cleanName } from './clean-name';
import { redraw } from './images';
import { ENDINGS, isImage, type Kind, kindOf, MEDIA_TYPES } from './inspect';
import { fileStore, type Stored } from './store';

export const UPLOAD_LIMIT = 20 * 1024 * 1024;

export interface Received extends Stored {
  name: string;
  mediaType: string;
  width: number | null;
  height: number | null;
}

/** The name that people see: the last part of what was sent, with the ending that its content has. */
export function safeName(sent: string, kind: Kind): string {
  const bare = cleanName(sent)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .trim()
    .slice(0, 120);
  return `${bare || '文件'}${ENDINGS[kind]}`;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function keep(file: string, kind: Kind): Promise<Omit<Received, 'name' | 'mediaType'> | null> {
  const store = fileStore();
  if (!isImage(kind)) {
    return { ...(await store.put(createReadStream(file))), width: null, height: null };
  }
  const picture = await redraw(file, kind as 'jpeg' | 'png' | 'webp');
  if (!picture) return null;
  const stored = await store.put(once(picture.bytes));
  return { ...stored, width: picture.width, height: picture.height };
}

/** Takes in one file: size, type by content, pictures drawn anew, kept under its hash. */
export async function receive(
  request: Request,
  sent: { name: string; purpose: 'photo' | 'document' },
): Promise<{ ok: true; file: Received } | Denied> {
  const tooLarge = failure(413, 'file_too_large', { limit: '20 MB' });
  if (Number(request.headers.get('content-length') ?? 0) > UPLOAD_LIMIT) return tooLarge;
  if (!request.body) return failure(400, 'file_empty');
  const { file, release } = await fileStore().scratch();
  try {
    const size = await bodyToFile(request.body, file, UPLOAD_LIMIT);
    if (size === null) return tooLarge;
    if (size === 0) return failure(400, 'file_empty');
    const kind = await kindOf(file);
    if (!kind) return failure(415, 'file_type');
    if (sent.purpose === 'photo' && !isImage(kind)) return failure(415, 'photo_expected');
    const kept = await keep(file, kind);
    if (!kept) return failure(415, 'picture_unreadable');
    return { ok: true, file: { ...kept, name: safeName(sent.name, kind), mediaType: MEDIA_TYPES[kind] } };
  } finally {
    await release();
  }
}
