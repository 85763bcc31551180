import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { spoken } from '@/lib/domain/scorecards/season/steps';
import type { ScoreEvent } from '@/lib/domain/scorecards/season/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { scorecardDetail } from './detail';
import { type CardRecord, cardRecord } from './records';

export interface Which {
  id: string;
  version: number;
}

/** A card behind its lock: who writes in it at once waits here. Whoever acts on the whole card says which version they saw. */
export async function held(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version?: number },
  sent: object = {},
): Promise<Answer<CardRecord>> {
  await tx.$queryRaw`SELECT id FROM scorecard WHERE id = ${id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  const found = await cardRecord(tx, actor, id);
  if (!found) return notFound();
  const { row } = found;
  if (version === undefined || row.version === version) return done(found);
  return conflict(await scorecardDetail(tx, actor, id), sent, row.version);
}

/** What was sent, as it was typed: points are text again. */
const asTyped = (sent: object): object =>
  Object.fromEntries(
    Object.entries(sent).map(([key, value]) => [
      key,
      key === 'points' && typeof value === 'number' ? spoken(value) : value,
    ]),
  );

/** A part that was written since: what is there now, version 0 of nothing, and what was sent. */
export const overtaken = (now: { version: number } | null, version: number, sent: object): Answer<never> | null =>
  (now?.version ?? 0) === version ? null : conflict(now ?? { version: 0 }, asTyped(sent), now?.version ?? 0);

interface Happened {
  kind: ScoreEvent;
  criterion?: string | null;
  words?: string | null;
  /** of the review: the county reads it once the review is completed */
  internal?: boolean;
}

/** One line more of what happened to a card, and that it is another one than before. */
export async function happened(tx: Tx, actor: Actor, id: string, event: Happened): Promise<void> {
  const { kind, criterion = null, words = null, internal = false } = event;
  await tx.$executeRaw`
    INSERT INTO score_event (scorecard_id, kind, criterion, words, internal, actor, created_by)
    VALUES (${id}::uuid, ${kind}, ${criterion}, ${words}, ${internal}, ${actor.displayName}, ${actor.accountId}::uuid)`;
}

export async function touched(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE scorecard SET version = version + 1 WHERE id = ${id}::uuid`;
}

/** The whole card; the version is that of what was written, which the next one who writes it names. */
export async function answered(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, isNew = false }: { version?: number; isNew?: boolean } = {},
): Promise<Answer<ScorecardAnswer>> {
  const card = await scorecardDetail(tx, actor, id);
  if (!card) return notFound();
  const more = { version: version ?? card.version };
  return isNew ? created(card, more) : done(card, more);
}

interface File {
  id: string;
  sha256: string;
}

const unusable = (field: string): Answer<never> => refused([reason('file.unusable', undefined, { field })]);

/** Files named for a county: its own. A file of the prefecture's goes to the county that it is about, so that the same people see both. */
export async function filesFor(
  tx: Tx,
  county: string,
  ids: readonly string[],
  field = 'fileId',
): Promise<Answer<File[]>> {
  if (ids.length === 0) return done([]);
  const files = await tx.$queryRaw<(File & { own: boolean })[]>`
    SELECT id, sha256, county_id IS NOT NULL AS own FROM stored_file
    WHERE id = ANY(${[...ids]}::uuid[]) AND purpose IN ('photo', 'document') AND (county_id IS NULL OR county_id = ${county}::uuid) ORDER BY id`;
  if (files.length !== new Set(ids).size) return unusable(field);
  const toMove = files.filter(({ own }) => !own).map(({ id }) => id);
  if (toMove.length > 0)
    await tx.$executeRaw`UPDATE stored_file SET county_id = ${county}::uuid WHERE id = ANY(${toMove}::uuid[])`;
  return done(files.map(({ id, sha256 }) => ({ id, sha256 })));
}

/** The one that was named, null where none was. */
export async function fileFor(tx: Tx, county: string, id: string | null): Promise<Answer<File | null>> {
  const files = await filesFor(tx, county, id === null ? [] : [id]);
  return files.ok ? done(files.value[0] ?? null) : files;
}

/** A paper of the prefecture itself, or of one of its counties. */
export async function paperOf(tx: Tx, id: string | null): Promise<Answer<File | null>> {
  if (id === null) return done(null);
  const [file] = await tx.$queryRaw<File[]>`
    SELECT id, sha256 FROM stored_file WHERE id = ${id}::uuid AND purpose IN ('photo', 'document') AND county_id IS NULL`;
  return file ? done(file) : unusable('fileId');
}
