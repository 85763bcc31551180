import 'server-only';
import type { LineInput } from '@/lib/domain/funds/batch-schema';
import type { BatchFacts, BatchLine, BatchState } from '@/lib/domain/funds/batches';
import type { Pot } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { ProjectStatus } from '@/lib/domain/projects/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Writer } from '@/lib/server/db/with-writer';

export interface HeldBatch extends Pot {
  id: string;
  yearId: string;
  year: number;
  documentNo: string;
  documentOn: CalendarDate;
  title: string;
  total: bigint;
  fileId: string | null;
  fileSha256: string | null;
  status: BatchState;
  version: number;
  today: CalendarDate;
  rulebook: Rulebook;
}

type Row = Omit<HeldBatch, 'total' | 'rulebook'> & { total: string; rulebookId: string };

/** A batch behind its lock: whoever writes to it or issues it waits here. What was discarded is not there. */
export async function holdBatch(tx: Writer, actor: Actor, id: string): Promise<HeldBatch | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT b.id, b.programme_year_id AS "yearId", y.year, b.document_no AS "documentNo", b.document_on::text AS "documentOn", b.title, b.source, b.fund_kind AS kind, b.earmark,
      b.total::text AS total, b.file_id AS "fileId", b.file_sha256 AS "fileSha256", b.status, b.version, y.rulebook_id AS "rulebookId", anju_today()::text AS today
    FROM fund_batch b JOIN programme_year y ON y.id = b.programme_year_id WHERE b.id = ${id}::uuid AND b.prefecture_id = ${actor.prefectureId}::uuid AND b.status <> 'discarded' FOR UPDATE OF b`;
  if (!row) return null;
  const { rulebookId, total, ...batch } = row;
  return { ...batch, total: BigInt(total), rulebook: await rulebookOf(tx, rulebookId) };
}

type Document = Pick<HeldBatch, 'documentNo' | 'source' | 'kind' | 'earmark'>;

async function isDocumentUsed(tx: Writer, actor: Actor, id: string | null, of: Document): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM fund_batch WHERE prefecture_id = ${actor.prefectureId}::uuid AND document_no = ${of.documentNo} AND source = ${of.source}
      AND fund_kind = ${of.kind} AND earmark = ${of.earmark} AND status <> 'discarded' AND id IS DISTINCT FROM ${id}::uuid) AS used`;
  return row?.used ?? false;
}

/** What the rules of a batch look at. */
export async function batchFacts(
  tx: Writer,
  actor: Actor,
  batch: Omit<HeldBatch, 'id' | 'version' | 'yearId' | 'year' | 'title' | 'fileId' | 'fileSha256'> & {
    id: string | null;
  },
): Promise<BatchFacts> {
  const { status, documentOn, today, total, rulebook, source, kind, earmark } = batch;
  const documentUsed = await isDocumentUsed(tx, actor, batch.id, batch);
  return { status, documentOn, today, total, rulebook, pot: { source, kind, earmark }, documentUsed };
}

interface Place {
  counties: string[];
  projects: { id: string; name: string; countyId: string; yearId: string; status: ProjectStatus }[];
}

/** Lines with the projects they name; null: one of them names a county or project that is not there for this person. */
export async function linesWithProjects(
  tx: Writer,
  actor: Actor,
  lines: readonly LineInput[],
): Promise<BatchLine[] | null> {
  const ids = lines.flatMap(({ projectId }) => projectId ?? []);
  const [found] = await tx.$queryRaw<Place[]>`
    SELECT (SELECT coalesce(array_agg(u.id::text), '{}') FROM unit u WHERE u.kind = 'county' AND u.id = ANY(${[...actor.counties]}::uuid[])) AS counties,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'countyId', p.county_id, 'yearId', p.programme_year_id, 'status', p.status)), '[]')
        FROM project p WHERE p.id = ANY(${ids}::uuid[]) AND p.county_id = ANY(${[...actor.counties]}::uuid[])) AS projects`;
  const counties = new Set(found?.counties);
  const projects = new Map(found?.projects.map((one) => [one.id, one]));
  const known = lines.every(
    ({ countyId, projectId }) => counties.has(countyId) && (projectId === null || projects.has(projectId)),
  );
  if (!known) return null;
  return lines.map(({ countyId, projectId, reward, amount }) => ({
    ...{ countyId, reward, amount },
    project: projectId === null ? null : (projects.get(projectId) ?? null),
  }));
}
