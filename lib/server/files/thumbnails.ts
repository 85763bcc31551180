import 'server-only';
import { Readable } from 'node:stream';
import { pool } from '@/lib/server/db/pool';
import { sender } from '@/lib/server/jobs/boss';
import type { Jobs } from '@/lib/server/jobs/enqueue';
import { shrink } from './images';
import { isWhole, readWhole } from './read-whole';
import { fileStore } from './store';

interface Picture {
  storage_key: string;
  thumbnail_key: string | null;
}

/**
 * The job `file.thumbnail`: drawn from the picture as it is kept, at most once in effect. One that lies there whole stays; a picture that is
 * itself gone or damaged has none (its own route says so), and trying again would not help.
 */
export async function makeThumbnail({ fileId }: Jobs['file.thumbnail']): Promise<void> {
  const { rows } = await pool().query<Picture>('SELECT * FROM anju_picture($1)', [fileId]);
  const [picture] = rows;
  if (!picture) return;
  if (picture.thumbnail_key && isWhole(await readWhole(picture.thumbnail_key), picture.thumbnail_key)) return;
  const bytes = await readWhole(picture.storage_key);
  if (!bytes || !isWhole(bytes, picture.storage_key)) return;
  const { key } = await fileStore().put(Readable.from([await shrink(bytes)]));
  await pool().query('SELECT anju_keep_thumbnail($1, $2)', [fileId, key]);
}

const ONCE_SECONDS = 30;

/** For a thumbnail that is not there when somebody looks: asked for anew, but not by every look. */
export async function askForThumbnail(fileId: string): Promise<void> {
  await sender().send('file.thumbnail', { fileId }, { singletonKey: fileId, singletonSeconds: ONCE_SECONDS });
}
