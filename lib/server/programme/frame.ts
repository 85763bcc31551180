import 'server-only';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';

export interface FrameFacts {
  /** The current programme year, where one was opened. */
  year: number | null;
  /** Whether this installation holds the demonstration prefecture. */
  demonstration: boolean;
  /** Messages that the person has not read. */
  unread: number;
}

/** What the frame around every page says: asked once for all of it, as every page pays for it. */
export async function frameFacts(reader: Reader, actor: Actor): Promise<FrameFacts> {
  const [row] = await reader.$queryRaw<FrameFacts[]>`
    SELECT demonstration, (SELECT year FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND current) AS year,
      (SELECT count(*)::int FROM notification WHERE account_id = ${actor.accountId}::uuid AND read_at IS NULL) AS unread
    FROM installation`;
  return row ?? { year: null, demonstration: false, unread: 0 };
}
