import 'server-only';
import type { StopWorkRecord } from '@/lib/domain/inspections/stop-work-paper';
import type { OfficialPaper } from '@/lib/domain/papers/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, failure, notFound } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { withReader } from '@/lib/server/db/with-reader';
import { fileResponse } from '@/lib/server/files/files';
import { madeOnce } from '@/lib/server/papers/made-once';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { projectScope } from '@/lib/server/projects/scope';

interface Which {
  id: string;
  stopWorkId: string;
}

/** Everything that stands on its papers; null: not there for this person. */
async function recordOf(reader: Reader, actor: Actor, { id, stopWorkId }: Which): Promise<StopWorkRecord | null> {
  const [row] = await reader.$queryRaw<StopWorkRecord[]>`
    SELECT s.no, s.level, s.compound_id AS "compoundId", s.reason, s.issued_on::text AS "issuedOn", s.issuer, s.names,
      (SELECT coalesce(json_agg(json_build_object('compoundId', f.compound_id, 'place', f.place, 'content', f.content, 'grade', f.grade, 'inspectedOn', f.inspected_on, 'limitOn', f.limit_on,
          'responsible', f.responsible, 'rectification', f.rectification, 'rectifiedOn', f.rectified_on, 'recheckedOn', f.rechecked_on) ORDER BY f.created_at, f.id), '[]')
        FROM stop_work_finding n JOIN finding f ON f.id = n.finding_id WHERE n.stop_work_id = s.id) AS findings,
      CASE WHEN s.lifted_on IS NOT NULL THEN json_build_object('on', s.lifted_on, 'reason', s.lift_reason, 'level', s.lift_level, 'lifter', s.lifter) END AS lifted
    FROM stop_work s WHERE s.id = ${stopWorkId}::uuid AND s.project_id = ${id}::uuid AND ${projectScope(actor, Prisma.sql`s.project_id`, Prisma.sql`s.county_id`)}`;
  return row ?? null;
}

/** One of its papers as a docx, made anew from what is kept each time it is asked for, with the same bytes. */
export async function stopWorkDocx(
  actor: Actor | null,
  which: Which,
  paperOf: (note: StopWorkRecord) => OfficialPaper | null,
): Promise<Answer<never> | Response> {
  if (!actor) return failure(401, 'sign_in_required');
  const note = await withReader(actor, (reader) => recordOf(reader, actor, which));
  const paper = note && paperOf(note);
  if (!paper) return notFound();
  const bytes = await madeOnce(`stop-work ${JSON.stringify(paper)}`, () => officialDocx(paper));
  return fileResponse({ bytes, name: `${paper.title}.docx`, mediaType: DOCX }, false);
}
