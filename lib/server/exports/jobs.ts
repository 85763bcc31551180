import 'server-only';
import { z } from 'zod';
import type { ExportView } from '@/lib/domain/exports/answers';
import { EXPORT_DAYS } from '@/lib/domain/exports/rules';
import {
  complaintsExport,
  compoundsExport,
  EXPORT_FORMATS,
  EXPORT_KINDS,
  entriesExport,
  findingsExport,
  inspectionsExport,
  newsExport,
  projectsExport,
} from '@/lib/domain/exports/schema';
import type { Reason } from '@/lib/domain/kernel/result';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

const KEPT = { kind: true, format: true, query: true, columns: true } as const;

/** What an export_job keeps of the request: its kind, and beside it what was asked for. */
const keptOfCompounds = compoundsExport.pick(KEPT);
const keptOfProjects = projectsExport.pick(KEPT);
const keptOfEntries = entriesExport.pick(KEPT);
const keptOfNews = newsExport.pick(KEPT);
const keptOfComplaints = complaintsExport.pick(KEPT);
const keptOfInspections = inspectionsExport.pick(KEPT);
const keptOfFindings = findingsExport.pick(KEPT);
export const keptRequest = z.discriminatedUnion('kind', [
  keptOfCompounds,
  keptOfProjects,
  keptOfEntries,
  keptOfNews,
  keptOfComplaints,
  keptOfInspections,
  keptOfFindings,
]);
export type KeptRequest = z.output<typeof keptRequest>;
export type KeptOfCompounds = z.output<typeof keptOfCompounds>;
export type KeptOfProjects = z.output<typeof keptOfProjects>;
export type KeptOfComplaints = z.output<typeof keptOfComplaints>;
export type KeptOfInspections = z.output<typeof keptOfInspections>;
export type KeptOfFindings = z.output<typeof keptOfFindings>;
export type KeptOfEntries = z.output<typeof keptOfEntries>;
export type KeptOfNews = z.output<typeof keptOfNews>;

const reasonShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  field: z.string().optional(),
}) satisfies z.ZodType<Reason>;

export const ExportShape = z.object({
  id: z.uuid(),
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(EXPORT_FORMATS),
  county: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  unmasked: z.boolean(),
  reason: z.string().nullable(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'expired']),
  progress: z.object({ done: z.int(), total: z.int() }),
  file: z.object({ name: z.string(), size: z.int() }).nullable(),
  failure: z.array(reasonShape).nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
}) satisfies z.ZodType<ExportView>;

const EXPIRES = `e.finished_at + interval '${EXPORT_DAYS} days'`;
const OVER = Prisma.raw(`(e.status = 'done' AND ${EXPIRES} <= anju_now())`);

const VIEW = Prisma.sql`json_build_object('id', e.id, 'kind', e.kind, 'format', e.query ->> 'format',
  'county', CASE WHEN e.county_id IS NULL THEN NULL ELSE json_build_object('id', e.county_id, 'name', coalesce(u.name, '')) END,
  'unmasked', e.unmasked, 'reason', e.reason, 'status', CASE WHEN ${OVER} THEN 'expired' ELSE e.status END,
  'progress', json_build_object('done', e.progress_done, 'total', e.progress_total),
  'file', CASE WHEN f.id IS NULL OR ${OVER} THEN NULL ELSE json_build_object('name', f.name, 'size', f.size) END,
  'failure', e.failure, 'createdAt', ${instant('e.created_at')}, 'finishedAt', ${instant('e.finished_at')},
  'expiresAt', CASE WHEN e.status = 'done' THEN ${instant(`(${EXPIRES})`)} END)`;

const FROM = Prisma.sql`FROM export_job e LEFT JOIN stored_file f ON f.id = e.file_id LEFT JOIN unit u ON u.id = e.county_id`;

export interface ExportList {
  items: ExportView[];
  nextCursor: string | null;
  total: number;
}

export const exportListQuery = z.strictObject({
  /** the last one of the page before */
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One's own exports, newest first. */
export async function listExports(
  tx: Tx,
  accountId: string,
  { cursor, limit }: z.output<typeof exportListQuery>,
): Promise<ExportList> {
  const mine = Prisma.sql`e.created_by = ${accountId}::uuid`;
  const after = cursor
    ? Prisma.sql`AND (e.created_at, e.id) < (SELECT x.created_at, x.id FROM export_job x WHERE x.id = ${cursor}::uuid AND x.created_by = ${accountId}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ doc: ExportView }[]>`
    SELECT ${VIEW} AS doc ${FROM} WHERE ${mine} ${after} ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit + 1}::int`;
  const total = await tx.exportJob.count({ where: { createdBy: accountId } });
  const items = rows.slice(0, limit).map(({ doc }) => doc);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total };
}

export async function oneExport(tx: Tx, accountId: string, id: string): Promise<ExportView | null> {
  const [row] = await tx.$queryRaw<{ doc: ExportView }[]>`
    SELECT ${VIEW} AS doc ${FROM} WHERE e.id = ${id}::uuid AND e.created_by = ${accountId}::uuid`;
  return row?.doc ?? null;
}
