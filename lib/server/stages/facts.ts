import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Neighbours } from '@/lib/domain/stages/contradictions';
import { type RawFacts, readFacts } from '@/lib/domain/stages/raw-facts';
import type { ProjectFacts } from '@/lib/domain/stages/types';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';

export interface Known {
  facts: ProjectFacts;
  rulebook: Rulebook;
  today: CalendarDate;
}

interface Row {
  id: string;
  rulebookId: string;
  facts: RawFacts;
  today: CalendarDate;
}

/** So many at a time: PostgreSQL takes them for a handful, and joins what it gathered of each with all the others. */
const TOGETHER = 40;

/** What the gates look at, of many projects. The database leaves out those that this session does not see. */
export async function factsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const rows = await reader.$queryRaw<Row[]>`
      SELECT id, rulebook_id AS "rulebookId", facts, anju_today()::text AS today FROM project_facts(${ids.slice(at, at + TOGETHER)}::uuid[])`;
    for (const { id, rulebookId, facts, today } of rows) {
      known.set(id, { facts: readFacts(facts, today), rulebook: await rulebookOf(reader, rulebookId), today });
    }
  }
  return known;
}

export async function neighboursOf(reader: Reader, ids: readonly string[]): Promise<Map<string, Neighbours>> {
  const rows = await reader.$queryRaw<{ id: string; neighbours: Neighbours }[]>`
    SELECT id, neighbours FROM project_neighbours(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, neighbours }) => [id, neighbours]));
}
