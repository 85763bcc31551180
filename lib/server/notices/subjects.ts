import 'server-only';
import type { NoticeSubjects } from '@/lib/domain/notices/answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { englishName } from '@/lib/server/units/named';

/** Without a notice of that kind that stands. */
const without = (kind: 'design' | 'result', column: 'scheme_id' | 'round_id', of: string): Prisma.Sql =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM notice n WHERE n.kind = ${kind} AND n.status <> 'withdrawn' AND n.${Prisma.raw(column)} = ${Prisma.raw(of)})`;

/** What this person could begin a notice about: compounds, final schemes and closed rounds that have none yet. */
export async function noticeSubjects(reader: Reader, actor: Actor): Promise<NoticeSubjects> {
  const counties = [...actor.counties];
  const [row] = await reader.$queryRaw<NoticeSubjects[]>`
    SELECT (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'place', concat_ws(' ', su.name, mu.name),
        'placeEn', concat_ws(' ', ${englishName('su')}, ${englishName('mu')}), 'eligible', c.eligibility = 'eligible')
        ORDER BY c.pinyin, c.id), '[]'::json)
      FROM compound c LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id
      WHERE c.status = 'active' AND c.county_id = ANY(${counties}::uuid[])) AS compounds,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'compound', c.name, 'no', s.no, 'title', s.title) ORDER BY s.finalized_at DESC), '[]'::json)
      FROM scheme s JOIN compound c ON c.id = s.compound_id WHERE s.status = 'final' AND s.county_id = ANY(${counties}::uuid[]) AND ${without('design', 'scheme_id', 's.id')}) AS schemes,
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'compound', c.name, 'round', r.round, 'attempt', r.attempt) ORDER BY r.closed_at DESC), '[]'::json)
      FROM vote_round r JOIN compound c ON c.id = r.compound_id WHERE r.status = 'closed' AND r.county_id = ANY(${counties}::uuid[]) AND ${without('result', 'round_id', 'r.id')}) AS rounds`;
  return row ?? { compounds: [], schemes: [], rounds: [] };
}
