import 'server-only';
import type { SheetAnswer } from '@/lib/domain/votes/sheet-answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER } from '@/lib/server/api/file-name';
import { idParams } from '@/lib/server/compounds/shapes';
import type { Call } from '@/lib/server/define-route';
import { type SentSheet, takeSheet } from '@/lib/server/workbooks/sent-sheet';
import { readSentSheet } from './sheet-read';
import { sheetQuery } from './sheet-shapes';

/** What every door says of itself that takes a sheet, answers anew each time and keeps nothing of it. */
export const sheetDoor = {
  tag: 'votes',
  permission: 'vote.write',
  limit: 'import',
  neverKept: true,
  bare: true,
  params: idParams,
  query: sheetQuery,
  consumes: 'application/octet-stream',
  nameHeader: FILE_NAME_HEADER,
} as const;

type Asked = Call<typeof idParams, typeof sheetQuery, undefined> & { actor: Actor | null };

/** Taken in and read. The scratch file is the caller's to release where there is something to read, and gone where not. */
export async function readSheetOf(asked: Asked): Promise<Answer<{ sent: SentSheet; read: SheetAnswer }>> {
  const { actor, request, params, query, locale } = asked;
  if (!actor) return failure(401, 'sign_in_required');
  const taken = await takeSheet(request);
  if (!taken.ok) return taken;
  const sent = taken.value;
  let keeps = false;
  try {
    const read = await readSentSheet(actor, sent, { roundId: params.id, channel: query.channel, locale });
    keeps = read.ok;
    return read.ok ? done({ sent, read: read.value }) : read;
  } finally {
    if (!keeps) await sent.release();
  }
}
