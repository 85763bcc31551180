import 'server-only';
import type { CandidateAnswer } from '@/lib/domain/funds/batch-answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { namedUnit } from '@/lib/server/units/named';

/** What the funding plan of each project names by source and kind: planned_of. */
export const PLANNED = Prisma.sql`SELECT f.project_id, f.source, coalesce(f.kind, '') AS fund_kind, sum(f.amount) AS amount
  FROM funding_line f WHERE f.retired_at IS NULL AND f.county_id = ANY`;
/** What the books hold of it, whatever its purpose: allocated = outstanding + left + paid (figuresOf in books.ts). */
export const BOOKED = Prisma.sql`SELECT a.project_id, a.source, a.fund_kind, sum(a.balance) AS allocated FROM ledger_account a
  WHERE a.project_id IS NOT NULL AND a.class IN ('receivable', 'cash', 'spent') AND a.county_id = ANY`;

interface Wanted {
  yearId: string;
  countyId?: string;
  pots: readonly { source: string; kind: string }[];
}

export type GapRow = CandidateAnswer & { source: string; kind: string };

/**
 * Projects of a year with what their plans name of each of these kinds of money and what has not been allocated yet, in one question. A project
 * that is withdrawn or stands still is given nothing by itself.
 */
export async function gapsOf(reader: Reader, actor: Actor, { yearId, countyId, pots }: Wanted): Promise<GapRow[]> {
  const counties = Prisma.sql`(${countyId ? [countyId] : [...actor.counties]}::uuid[])`;
  const wanted = JSON.stringify(pots.map(({ source, kind }) => ({ source, kind })));
  const rows = await reader.$queryRaw<{ doc: GapRow }[]>`
    WITH wanted AS (SELECT DISTINCT source, kind FROM jsonb_to_recordset(${wanted}::jsonb) AS w(source text, kind text)),
      planned AS (${PLANNED} ${counties} GROUP BY 1, 2, 3), booked AS (${BOOKED} ${counties} GROUP BY 1, 2, 3),
      latest AS (SELECT id FROM annual_plan WHERE programme_year_id = ${yearId}::uuid AND status = 'confirmed' ORDER BY no DESC LIMIT 1),
      found AS (SELECT p.id, p.code, p.name, p.county_id, w.source, w.kind, coalesce(n.amount, 0) AS planned, coalesce(b.allocated, 0) AS allocated,
          EXISTS (SELECT 1 FROM annual_plan_entry e JOIN latest l ON l.id = e.plan_id WHERE e.project_id = p.id AND e.chosen) AS in_plan
        FROM project p CROSS JOIN wanted w LEFT JOIN planned n ON n.project_id = p.id AND n.source = w.source AND n.fund_kind = w.kind
          LEFT JOIN booked b ON b.project_id = p.id AND b.source = w.source AND b.fund_kind = w.kind
        WHERE p.programme_year_id = ${yearId}::uuid AND p.status = 'active' AND p.county_id = ANY ${counties})
    SELECT json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'county', ${namedUnit()}, 'source', f.source, 'kind', f.kind,
      'planned', ${yuan('f.planned')}, 'allocated', ${yuan('f.allocated')}, 'gap', ${yuan('greatest(f.planned - f.allocated, 0)')}, 'inPlan', f.in_plan) AS doc
    FROM found f JOIN unit u ON u.id = f.county_id ORDER BY u.sort_order, u.code, f.code, f.id`;
  return rows.map(({ doc }) => doc);
}

export const withoutPot = ({ source: _, kind: __, ...candidate }: GapRow): CandidateAnswer => candidate;
