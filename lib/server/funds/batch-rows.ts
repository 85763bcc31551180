import 'server-only';
import type { BatchAnswer, BatchDetail, BatchLineAnswer } from '@/lib/domain/funds/batch-answers';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { namedUnit } from '@/lib/server/units/named';

const isWhole = ({ level }: Actor): boolean => level === 'prefecture';

/** What was discarded is not there. A county sees what was issued and has a line of its own; of it, its own lines and their sum. */
export function visibleBatch(actor: Actor): Prisma.Sql {
  const own = Prisma.sql`b.prefecture_id = ${actor.prefectureId}::uuid AND b.status <> 'discarded'`;
  if (isWhole(actor)) return own;
  return Prisma.sql`${own} AND b.status = 'issued' AND ${actor.level === 'county'}
    AND EXISTS (SELECT 1 FROM fund_batch_line o WHERE o.batch_id = b.id AND o.retired_at IS NULL AND o.county_id = ANY(${[...actor.counties]}::uuid[]))`;
}

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<BatchAnswer[]> {
  const total = isWhole(actor) ? yuan('b.total') : yuan('l.placed');
  const rows = await reader.$queryRaw<{ doc: BatchAnswer }[]>`
    SELECT json_build_object('id', b.id, 'year', y.year, 'documentNo', b.document_no, 'documentOn', b.document_on, 'title', b.title, 'source', b.source, 'kind', b.fund_kind,
      'earmark', b.earmark, 'total', ${total}, 'placed', ${yuan('l.placed')}, 'reward', ${yuan('l.reward')}, 'lines', l.lines, 'status', b.status,
      'issuedAt', ${instant('b.issued_at')}, 'file', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END, 'version', b.version) AS doc
    FROM fund_batch b JOIN programme_year y ON y.id = b.programme_year_id LEFT JOIN stored_file f ON f.id = b.file_id
      CROSS JOIN LATERAL (SELECT coalesce(sum(x.amount), 0) AS placed, coalesce(sum(x.amount) FILTER (WHERE x.reward), 0) AS reward, count(*)::int AS lines FROM fund_batch_line x
        WHERE x.batch_id = b.id AND x.retired_at IS NULL AND x.county_id = ANY(${[...actor.counties]}::uuid[])) l
    WHERE ${visibleBatch(actor)} AND ${where} ORDER BY b.status = 'issued', b.document_on DESC, b.id DESC LIMIT 500`;
  return rows.map(({ doc }) => doc);
}

/** Drafts first, then the latest documents. */
export const fundBatches = (reader: Reader, actor: Actor, year?: number): Promise<BatchAnswer[]> =>
  read(reader, actor, Prisma.sql`(${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int)`);

async function linesOf(reader: Reader, actor: Actor, batchId: string): Promise<BatchLineAnswer[]> {
  const rows = await reader.$queryRaw<{ doc: BatchLineAnswer }[]>`
    SELECT json_build_object('id', l.id, 'county', ${namedUnit()},
      'project', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'code', p.code, 'name', p.name) END, 'reward', l.reward, 'amount', ${yuan('l.amount')}, 'note', l.note,
      'entry', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'voucherNo', e.voucher_no, 'entryOn', e.entry_on) END,
      'reversed', CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'voucherNo', r.voucher_no, 'entryOn', r.entry_on, 'note', r.note) END) AS doc
    FROM fund_batch_line l JOIN unit u ON u.id = l.county_id LEFT JOIN project p ON p.id = l.project_id LEFT JOIN ledger_entry e ON e.batch_line_id = l.id
      LEFT JOIN ledger_entry r ON r.reverses_id = e.id
    WHERE l.batch_id = ${batchId}::uuid AND l.retired_at IS NULL AND l.county_id = ANY(${[...actor.counties]}::uuid[])
    ORDER BY u.sort_order, u.code, l.reward, p.code NULLS FIRST, l.id`;
  return rows.map(({ doc }) => doc);
}

export async function batchDetail(reader: Reader, actor: Actor, id: string): Promise<BatchDetail | null> {
  const [batch] = await read(reader, actor, Prisma.sql`b.id = ${id}::uuid`);
  return batch ? { ...batch, whole: isWhole(actor), items: await linesOf(reader, actor, id) } : null;
}
