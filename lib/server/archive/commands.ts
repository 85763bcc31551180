import 'server-only';
import type { PaperView } from '@/lib/domain/archive/answers';
import { filingReasons, mayFile, withdrawalReasons } from '@/lib/domain/archive/filing';
import type { PaperInput } from '@/lib/domain/archive/schema';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { searchTextOfTitle } from '@/lib/server/compounds/names';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { fileFor, takeFile } from './files';
import { papersOf } from './papers';
import { lockedProject } from './project';

const one = async (tx: Tx, projectId: string, id: string): Promise<PaperView | undefined> =>
  (await papersOf(tx, projectId, Prisma.sql`p.id = ${id}::uuid`))[0];

interface Former {
  next: number;
  current: string | null;
}

/** A paper joins the archive; where one of its kind is current, that one is superseded and stays readable. */
export async function filePaper(tx: Tx, actor: Actor, id: string, input: PaperInput): Promise<Answer<PaperView>> {
  const ground = await lockedProject(tx, actor, id);
  const file = ground && (await fileFor(tx, id, input.fileId));
  if (!ground || !file) return notFound();
  const kind = ground.workflow.papers.find(({ code }) => code === input.kind);
  if (!kind) return refused([reason('archive.kindUnknown', { found: input.kind }, { field: 'kind' })]);
  const compoundId = input.compoundId ?? null;
  const [former] = await tx.$queryRaw<Former[]>`
    SELECT coalesce(max(no), 0)::int + 1 AS next, (array_agg(id::text) FILTER (WHERE status = 'current'))[1] AS current FROM paper
    WHERE project_id = ${id}::uuid AND kind = ${kind.code} AND compound_id IS NOT DISTINCT FROM ${compoundId}::uuid`;
  const reasons = filingReasons({
    kind,
    filers: mayFile(ground.workflow, kind.code, ground.roles),
    projectStatus: ground.status,
    stageCompleted: ground.completed.includes(kind.stage),
    supersedes: Boolean(former?.current),
    documentNo: input.documentNo ?? null,
    issuedOn: input.issuedOn ?? null,
    issuer: input.issuer ?? null,
    note: input.note ?? null,
    today: ground.today,
    fileOfOther: file.ofOther,
    compoundOfProject: compoundId === null || ground.compounds.some((compound) => compound.id === compoundId),
  });
  if (reasons.length > 0) return refused(reasons);
  await takeFile(tx, id, input.fileId);
  if (former?.current) await tx.$executeRaw`UPDATE paper SET status = 'superseded' WHERE id = ${former.current}::uuid`;
  const title = input.title ?? kind.name;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO paper (project_id, county_id, compound_id, kind, stage, no, title, search_text, document_no, issued_on, issuer, file_id, file_sha256, note, created_by)
    SELECT p.id, p.county_id, ${compoundId}::uuid, ${kind.code}, ${kind.stage}::int, ${former?.next ?? 1}::int, ${title},
      ${searchTextOfTitle(title, input.documentNo)}, ${input.documentNo ?? null},
      ${input.issuedOn ?? null}::date, ${input.issuer ?? null}, ${input.fileId}::uuid, ${file.sha256}, ${input.note ?? null}, ${actor.accountId}::uuid
    FROM project p WHERE p.id = ${id}::uuid RETURNING id`;
  const view = await one(tx, id, row?.id ?? '');
  return view ? created(view) : notFound();
}

/** Taken out of the archive with the reason; it stays readable. */
export async function withdrawPaper(
  tx: Tx,
  actor: Actor,
  { id, paperId }: { id: string; paperId: string },
  why: string,
): Promise<Answer<PaperView>> {
  const ground = await lockedProject(tx, actor, id);
  const paper = ground && (await one(tx, id, paperId));
  const kind = ground?.workflow.papers.find(({ code }) => code === paper?.kind);
  if (!ground || !paper || !kind) return notFound();
  const reasons = withdrawalReasons({
    kind,
    status: paper.status,
    filers: mayFile(ground.workflow, kind.code, ground.roles),
    projectStatus: ground.status,
    stageCompleted: ground.completed.includes(kind.stage),
  });
  if (reasons.length > 0) return refused(reasons);
  await setAct(tx, { action: 'paper.withdraw', reason: why });
  await tx.$executeRaw`UPDATE paper SET status = 'withdrawn', ended_reason = ${why} WHERE id = ${paperId}::uuid`;
  const view = await one(tx, id, paperId);
  return view ? done(view) : notFound();
}
