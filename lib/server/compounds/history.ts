import 'server-only';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import { COMPOUND_COLUMNS } from './columns';
import { instant } from './sql';

export interface CompoundChange {
  id: string;
  at: string;
  actor: string;
  action: string;
  reason: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

const FIELD_OF = new Map<string, string>(Object.entries(COMPOUND_COLUMNS).map(([field, [column]]) => [column, field]));

/** Column names as the form calls them; what the rules derived and what only counts versions is left out. */
function inFields(doc: Record<string, unknown> | null): Record<string, unknown> {
  const entries = Object.entries(doc ?? {}).flatMap(([column, value]): [string, unknown][] => {
    const field = column === 'facilities' ? 'facilities' : FIELD_OF.get(column);
    return field ? [[field, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** What people did to this record, newest first, from the audit. Row security shows it to county and prefecture bodies only. */
export async function compoundHistory(tx: Tx, actor: Actor, id: string, limit = 20): Promise<CompoundChange[]> {
  const rows = await tx.$queryRaw<
    (Omit<CompoundChange, 'before' | 'after'> & Record<'before' | 'after', Record<string, unknown> | null>)[]
  >`SELECT id::text, ${instant('at')} AS at, actor, action, reason, before, after FROM audit_line
    WHERE entity = 'compound' AND entity_id = ${id} AND county_id = ANY(${[...actor.counties]}::uuid[])
      AND (before IS NULL OR before ? 'version' OR before ? 'status') ORDER BY audit_line.id DESC LIMIT ${limit}::int`;
  return rows.map((row) => ({ ...row, before: inFields(row.before), after: inFields(row.after) }));
}
