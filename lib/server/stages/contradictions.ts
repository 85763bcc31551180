import 'server-only';
import type { ContradictionsQuery, ContradictoryProject } from '@/lib/domain/stages/answers';
import { contradictionsOf } from '@/lib/domain/stages/contradictions';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';
import { factsOf, neighboursOf } from './facts';

interface Row {
  id: string;
  code: string;
  name: string;
  county: NamedUnit;
  year: number;
}

/** A prefecture has 500 to 1,500 compounds (domain.md §12): never so many projects in a year. */
const MOST = 3000;

/** Projects with records that cannot all be right, of a county and year or of all in sight; those that are withdrawn are left alone. */
export async function contradictoryProjects(
  reader: Reader,
  actor: Actor,
  { county, year }: ContradictionsQuery,
): Promise<ContradictoryProject[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT p.id, p.code, p.name, ${namedUnit()} AS county, y.year FROM project p JOIN programme_year y ON y.id = p.programme_year_id JOIN unit u ON u.id = p.county_id
    WHERE ${projectScope(actor)} AND p.status <> 'withdrawn' AND (${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int)
      AND (${county ?? null}::uuid IS NULL OR p.county_id = ${county ?? null}::uuid) ORDER BY p.code LIMIT ${MOST}`;
  const ids = rows.map(({ id }) => id);
  const [known, neighbours] = [await factsOf(reader, ids), await neighboursOf(reader, ids)];
  return rows.flatMap((row) => {
    const found = known.get(row.id);
    const contradictions = found
      ? contradictionsOf(found.facts, neighbours.get(row.id) ?? { otherYears: [], doneTwice: [] }, found.rulebook)
      : [];
    return contradictions.length > 0 ? [{ ...row, contradictions }] : [];
  });
}
