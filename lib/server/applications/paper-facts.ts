import 'server-only';
import type { ApplicationPaperFacts, AppliedCompound } from '@/lib/domain/applications/paper';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { oneApplication } from './queries';

/** The compounds with the last second vote that was certified until the application was made. */
const compoundsOf = (reader: Reader, projectId: string, appliedOn: string): Promise<AppliedCompound[]> =>
  reader.$queryRaw<AppliedCompound[]>`
    SELECT c.name, v.vote FROM project_compound m JOIN compound c ON c.id = m.compound_id
      LEFT JOIN LATERAL (SELECT json_build_object('households', (r.result->'tally'->>'households')::int, 'area', r.result->'tally'->>'area',
          'agreeHouseholds', (r.result->'tally'->>'agreeHouseholds')::int, 'agreeArea', r.result->'tally'->>'agreeArea') AS vote
        FROM vote_round r WHERE r.compound_id = c.id AND r.round = 2 AND r.status = 'certified' AND (r.certified_at AT TIME ZONE 'Asia/Shanghai')::date <= ${appliedOn}::date
        ORDER BY r.attempt DESC LIMIT 1) v ON true
    WHERE m.project_id = ${projectId}::uuid AND m.live ORDER BY c.name, c.id`;

/** null: there is no such application for this person. */
export async function applicationPaperFacts(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<ApplicationPaperFacts | null> {
  const found = await oneApplication(reader, actor, id);
  if (!found) return null;
  const { applicant, appliedOn, reasons, year, project, status, county } = found;
  return {
    ...{ applicant, appliedOn, reasons, year, project, status },
    county: county.name,
    file: found.file?.name ?? null,
    compounds: await compoundsOf(reader, project.id, appliedOn),
  };
}
