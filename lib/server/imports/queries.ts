import 'server-only';
import type {
  ImportDetail,
  ImportFindingLine,
  ImportLine,
  ImportRowLine,
  Page,
  SaidReason,
} from '@/lib/domain/imports/answers';
import type { Reason } from '@/lib/domain/kernel/result';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Mapping, Proposal } from './types';
import { undoObstacles } from './undo';

const person = (column: string) =>
  Prisma.raw(`(SELECT json_build_object('id', a.id, 'name', a.display_name) FROM account a WHERE a.id = ${column})`);

const LINE = Prisma.sql`'id', b.id, 'kind', b.kind, 'status', b.status, 'fileName', b.file_name, 'counts', b.counts, 'errors', b.errors, 'warnings', b.warnings,
  'createdAt', ${instant('b.created_at')}, 'createdBy', coalesce(${person('b.created_by')}, json_build_object('id', b.created_by, 'name', '')),
  'appliedAt', ${instant('b.applied_at')}, 'undoneAt', ${instant('b.undone_at')}`;

const after = (cursor: string | undefined): number => (cursor && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0);

/** The county's imports, newest first. */
export async function listImports(
  tx: Tx,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ImportLine>> {
  const start = after(cursor);
  const rows = await tx.$queryRaw<{ doc: ImportLine }[]>`SELECT json_build_object(${LINE}) AS doc FROM import_batch b
    WHERE b.county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY b.created_at DESC, b.id DESC OFFSET ${start}::int LIMIT ${limit + 1}::int`;
  const total = await tx.importBatch.count({ where: { countyId: { in: [...actor.counties] } } });
  const items = rows.slice(0, limit).map(({ doc }) => doc);
  return { items, nextCursor: rows.length > limit ? String(start + limit) : null, total };
}

async function said(locale: Locale, reasons: readonly Reason[]): Promise<SaidReason[]> {
  const sentence = await sentences(locale);
  return reasons.map((one) => ({ ...one, message: sentence(`reasons.${one.code}`, one.params) }));
}

interface Raw extends Omit<ImportDetail, 'refusal' | 'proposal' | 'mapping' | 'undoObstacles'> {
  countyId: string;
  refusal: Reason[] | null;
  proposal: Proposal | null;
  mapping: Mapping | null;
}

/** Whether the actor's counties have such an import. */
export async function isImport(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  return (await tx.importBatch.count({ where: { id, countyId: { in: [...actor.counties] } } })) > 0;
}

async function rawDetail(reader: Reader, actor: Actor, id: string): Promise<Raw | null> {
  const [row] = await reader.$queryRaw<
    { doc: Raw }[]
  >`SELECT json_build_object(${LINE}, 'countyId', b.county_id, 'version', b.version,
      'templateVersion', b.template_version, 'progress', json_build_object('done', b.progress_done, 'total', b.progress_total), 'refusal', b.refusal,
      'proposal', b.proposal, 'mapping', b.mapping, 'appliedBy', ${person('b.applied_by')}, 'undoneBy', ${person('b.undone_by')}, 'undoReason', b.undo_reason,
      'undecided', (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id AND r.action = 'conflict' AND r.decision ->> 'chosen' IS NULL)) AS doc
    FROM import_batch b WHERE b.id = ${id}::uuid AND b.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}

const IN_MOTION = ['uploaded', 'reading', 'applying'];

/** While the worker has it: what everybody who waits asks for again and again. null where there is more to say, or nothing. */
export async function importInMotion(
  reader: Reader,
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<ImportDetail | null> {
  const raw = await rawDetail(reader, actor, id);
  if (!raw || !IN_MOTION.includes(raw.status) || raw.proposal) return null;
  const { countyId, refusal, mapping, ...doc } = raw;
  return {
    ...doc,
    refusal: await said(locale, refusal ?? []),
    proposal: null,
    mapping: mapping && mapping.columns.length > 0 ? agreed(mapping) : null,
    undoObstacles: [],
  };
}

export async function importDetail(tx: Tx, actor: Actor, id: string, locale: Locale): Promise<ImportDetail | null> {
  const raw = await rawDetail(tx, actor, id);
  if (!raw) return null;
  const { countyId, refusal, proposal, mapping, ...doc } = raw;
  return {
    ...doc,
    refusal: await said(locale, refusal ?? []),
    proposal: proposal ? await proposalOf(tx, countyId, proposal, locale) : null,
    mapping: mapping && mapping.columns.length > 0 ? agreed(mapping) : null,
    undoObstacles: doc.status === 'applied' ? await said(locale, await undoObstacles(tx, id)) : [],
  };
}

const agreed = ({ sheet, headerRow, fingerprint, columns, constants }: Mapping) => ({
  sheet,
  headerRow,
  fingerprint,
  columns,
  constants,
});

/** The proposal, with what this county agreed for the same header before. */
async function proposalOf(
  tx: Tx,
  countyId: string,
  { reason: why, sheets }: Proposal,
  locale: Locale,
): Promise<ImportDetail['proposal']> {
  const known = await tx.importMapping.findFirst({
    where: { countyId, fingerprint: { in: sheets.map((sheet) => sheet.fingerprint) } },
    orderBy: { usedAt: 'desc' },
  });
  const by = known
    ? await tx.account.findUnique({ where: { id: known.createdBy }, select: { displayName: true } })
    : null;
  const [message] = await said(locale, [why]);
  return {
    reason: message ?? { ...why, message: why.code },
    sheets,
    remembered: known
      ? {
          mapping: agreed(known.mapping as unknown as Mapping),
          usedAt: known.usedAt.toISOString(),
          by: by?.displayName ?? '',
        }
      : null,
  };
}

export interface RowFilter {
  entity?: string | undefined;
  action?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const ENTITY_ORDER = Prisma.raw(`CASE r.entity WHEN 'compound' THEN 1 WHEN 'building' THEN 2 ELSE 3 END`);

/** New rows have their ids from the first reading on; they name a record from the moment that it is written. */
const TARGET = Prisma.sql`CASE WHEN r.action <> 'new' OR EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch_id AND b.applied_at IS NOT NULL) THEN r.target_id END`;

export async function importRows(tx: Tx, batchId: string, filter: RowFilter): Promise<Page<ImportRowLine>> {
  const where = Prisma.sql`r.batch_id = ${batchId}::uuid
    ${filter.entity ? Prisma.sql`AND r.entity = ${filter.entity}` : Prisma.empty} ${filter.action ? Prisma.sql`AND r.action = ${filter.action}` : Prisma.empty}`;
  const start = after(filter.cursor);
  const rows = await tx.$queryRaw<
    { doc: ImportRowLine }[]
  >`SELECT json_build_object('entity', r.entity, 'rowNo', r.row_no, 'sheet', r.sheet, 'action', r.action,
      'label', coalesce(r.data ->> 'label', ''), 'values', r.data -> 'values', 'targetId', ${TARGET}, 'changes', r.changes, 'decision', r.decision,
      'compoundId', CASE r.entity WHEN 'compound' THEN ${TARGET} WHEN 'building' THEN r.parent_id
        ELSE (SELECT h.compound_id FROM household h WHERE h.id = r.target_id) END) AS doc
    FROM import_row r WHERE ${where} ORDER BY ${ENTITY_ORDER}, r.row_no OFFSET ${start}::int LIMIT ${filter.limit + 1}::int`;
  const [count] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM import_row r WHERE ${where}`;
  const items = rows.slice(0, filter.limit).map(({ doc }) => doc);
  return { items, nextCursor: rows.length > filter.limit ? String(start + filter.limit) : null, total: count?.n ?? 0 };
}

export interface FindingFilter {
  level?: string | undefined;
  sheet?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const LEVEL_ORDER = Prisma.raw(`CASE f.level WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END`);

/** Findings, errors first, each with its sentence. */
export async function importFindings(
  tx: Tx,
  batchId: string,
  filter: FindingFilter,
  locale: Locale,
): Promise<Page<ImportFindingLine>> {
  const where = Prisma.sql`f.batch_id = ${batchId}::uuid
    ${filter.level ? Prisma.sql`AND f.level = ${filter.level}` : Prisma.empty} ${filter.sheet ? Prisma.sql`AND f.sheet = ${filter.sheet}` : Prisma.empty}`;
  const start = after(filter.cursor);
  const rows = await tx.$queryRaw<
    Omit<ImportFindingLine, 'message'>[]
  >`SELECT f.seq, f.level, f.sheet, f.row_no AS "rowNo", f.cell, f.code, f.params
    FROM import_finding f WHERE ${where} ORDER BY ${LEVEL_ORDER}, f.seq OFFSET ${start}::int LIMIT ${filter.limit + 1}::int`;
  const [count] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM import_finding f WHERE ${where}`;
  const sentence = await sentences(locale);
  const items = rows
    .slice(0, filter.limit)
    .map((row) => ({ ...row, message: sentence(`reasons.${row.code}`, row.params) }));
  return { items, nextCursor: rows.length > filter.limit ? String(start + filter.limit) : null, total: count?.n ?? 0 };
}
