import 'server-only';
import type { HandoverItemView, ProjectAftercare } from '@/lib/domain/aftercare/answers';
import { lineReasons } from '@/lib/domain/aftercare/lines';
import type { HandoverInput, HandoverLine, HandoverUpdate } from '@/lib/domain/aftercare/schema';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { lockedProject, type ProjectGround } from '@/lib/server/archive/project';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { aftercareOf, handoverOf } from './queries';

type Line = Omit<HandoverLine, 'warrantyUntil'> & { warrantyUntil?: string | null };

export const standsOpen = ({ status }: ProjectGround): Reason[] =>
  status === 'withdrawn' ? [reason('archive.projectWithdrawn')] : [];

const against = (line: Line, { compounds, rulebook, acceptedOn }: ProjectGround, at?: string): Reason[] =>
  lineReasons(
    { ...line, warrantyUntil: line.warrantyUntil ? calendarDateOf(line.warrantyUntil) : null },
    { compounds, menu: rulebook.menu, acceptedOn },
    at,
  );

async function put(tx: Tx, actor: Actor, projectId: string, line: Line): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO handover_item (project_id, county_id, compound_id, item, what, warranty_until, maintainer_kind, maintainer, created_by)
    SELECT id, county_id, ${line.compoundId}::uuid, ${line.item}, ${line.what}, ${line.warrantyUntil ?? null}::date, ${line.maintainerKind}, ${line.maintainer},
      ${actor.accountId}::uuid FROM project WHERE id = ${projectId}::uuid`;
}

/** Lines of the handover list, many at once. */
export async function addLines(
  tx: Tx,
  actor: Actor,
  id: string,
  { items }: HandoverInput,
): Promise<Answer<ProjectAftercare>> {
  const ground = await lockedProject(tx, actor, id);
  if (!ground) return notFound();
  const reasons = [...standsOpen(ground), ...items.flatMap((line, at) => against(line, ground, `items.${at}.`))];
  if (reasons.length > 0) return refused(reasons);
  for (const line of items) await put(tx, actor, id, line);
  return created(await aftercareOf(tx, ground));
}

interface OfLine {
  id: string;
  itemId: string;
}

type Seen = { answer: Denied } | { ground: ProjectGround; line: HandoverItemView };

async function lineAsSeen(tx: Tx, actor: Actor, { id, itemId }: OfLine, version: number, sent: unknown): Promise<Seen> {
  const ground = await lockedProject(tx, actor, id);
  const line = ground && (await handoverOf(tx, ground)).find((one) => one.id === itemId);
  if (!ground || !line) return { answer: notFound() };
  return line.version === version ? { ground, line } : { answer: conflict(line, sent, line.version) };
}

export async function updateLine(
  tx: Tx,
  actor: Actor,
  of: OfLine,
  version: number,
  input: HandoverUpdate,
): Promise<Answer<ProjectAftercare>> {
  const found = await lineAsSeen(tx, actor, of, version, input);
  if ('answer' in found) return found.answer;
  const { ground, line } = found;
  const next: Line = {
    compoundId: line.compound.id,
    item: line.item,
    what: input.what ?? line.what,
    warrantyUntil: input.warrantyUntil === undefined ? line.warrantyUntil : input.warrantyUntil,
    maintainerKind: input.maintainerKind ?? line.maintainerKind,
    maintainer: input.maintainer ?? line.maintainer,
  };
  const reasons = [...standsOpen(ground), ...against(next, ground)];
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE handover_item SET what = ${next.what}, warranty_until = ${next.warrantyUntil ?? null}::date, maintainer_kind = ${next.maintainerKind},
      maintainer = ${next.maintainer}, version = version + 1, updated_at = anju_now() WHERE id = ${line.id}::uuid`;
  return done(await aftercareOf(tx, ground), { version: line.version + 1 });
}

export async function retireLine(
  tx: Tx,
  actor: Actor,
  of: OfLine,
  version: number,
  why: string,
): Promise<Answer<ProjectAftercare>> {
  const found = await lineAsSeen(tx, actor, of, version, { reason: why });
  if ('answer' in found) return found.answer;
  const { ground, line } = found;
  const reasons = standsOpen(ground);
  if (reasons.length > 0) return refused(reasons);
  await setAct(tx, { action: 'handover.retire', reason: why });
  await tx.$executeRaw`UPDATE handover_item SET retired_at = anju_now(), updated_at = anju_now(), version = version + 1 WHERE id = ${line.id}::uuid`;
  return done(await aftercareOf(tx, ground));
}
