import 'server-only';
import type { Candidate } from '@/lib/domain/projects/membership';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

interface Wanted {
  ids: readonly string[];
  counties: readonly string[];
  yearId: string;
  /** the project that they are to be in; not there yet when it is being created */
  projectId?: string;
}

/** The chosen compounds, held in one order: of two people who choose the same one, the second reads what the first has made of it. */
export async function candidatesOf(tx: Tx, { ids, counties, yearId, projectId }: Wanted): Promise<Candidate[]> {
  await tx.$queryRaw`
    SELECT id FROM compound WHERE id = ANY(${[...new Set(ids)]}::uuid[]) AND county_id = ANY(${[...counties]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const others = projectId ? Prisma.sql`AND p.id <> ${projectId}::uuid` : Prisma.empty;
  return tx.$queryRaw<Candidate[]>`
    SELECT c.id, c.name, json_build_object('id', u.id, 'name', u.name) AS county, c.status, c.eligibility,
      (SELECT json_build_object('code', p.code, 'name', p.name) FROM project_compound pc JOIN project p ON p.id = pc.project_id
        WHERE pc.compound_id = c.id AND pc.live AND p.programme_year_id = ${yearId}::uuid ${others} LIMIT 1) AS elsewhere
    FROM compound c JOIN unit u ON u.id = c.county_id
    WHERE c.id = ANY(${[...new Set(ids)]}::uuid[]) AND c.county_id = ANY(${[...counties]}::uuid[]) ORDER BY c.pinyin, c.id`;
}
