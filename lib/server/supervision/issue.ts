import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { SupervisionDetail } from '@/lib/domain/supervision/answers';
import { againstIssuing } from '@/lib/domain/supervision/rules';
import type { SupervisionCreate } from '@/lib/domain/supervision/schema';
import type { SupervisedProject } from '@/lib/domain/supervision/types';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { type Answer, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, happened } from './held';

/** The notice that has a number, whichever county it went to: the prefecture's papers are numbered as one row. */
async function usedBy(tx: Tx, actor: Actor, documentNo: string): Promise<{ county: string; title: string } | null> {
  // one after the other: two who enter the same paper at once are told so
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('supervision ' || ${actor.prefectureId} || ${documentNo}, 0))::text`;
  const [row] = await tx.$queryRaw<{ county: string; title: string }[]>`
    SELECT u.name AS county, s.title FROM supervision s JOIN unit u ON u.id = s.county_id
    WHERE s.prefecture_id = ${actor.prefectureId}::uuid AND s.document_no = ${documentNo} AND s.status <> 'withdrawn'`;
  return row ?? null;
}

/** The county and the projects that were named; null: one of them is not there for this person. */
async function namedIn(tx: Tx, actor: Actor, input: SupervisionCreate): Promise<SupervisedProject[] | null> {
  const [county] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unit WHERE id = ${input.countyId}::uuid AND kind = 'county' AND id = ANY(${[...actor.counties]}::uuid[])`;
  const projects = await tx.$queryRaw<SupervisedProject[]>`
    SELECT id, name, county_id AS "countyId", status FROM project WHERE id = ANY(${input.projectIds}::uuid[]) AND county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY code`;
  return county && projects.length === input.projectIds.length ? projects : null;
}

/** 发出督办: a paper of the prefecture to one county, with the facts of its projects as they are in this moment. */
export async function issueSupervision(
  tx: Tx,
  actor: Actor,
  input: SupervisionCreate,
): Promise<Answer<SupervisionDetail>> {
  const projects = await namedIn(tx, actor, input);
  if (!projects) return notFound();
  const { countyId, issuedOn, limitOn } = input;
  const numberUsedBy = await usedBy(tx, actor, input.documentNo);
  const today = (await todayOf(tx)) as CalendarDate;
  const reasons = againstIssuing({ countyId, issuedOn, limitOn, projects, today, numberUsedBy });
  if (reasons.length > 0) return refused(reasons);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO supervision (prefecture_id, county_id, document_no, issued_on, title, why, demand, first_limit_on, limit_on, created_by)
    VALUES (${actor.prefectureId}::uuid, ${countyId}::uuid, ${input.documentNo}, ${issuedOn}::date, ${input.title}, ${input.why}, ${input.demand}, ${limitOn}::date, ${limitOn}::date,
      ${actor.accountId}::uuid) RETURNING id`;
  const id = row?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO supervision_project (supervision_id, project_id, county_id, facts)
    SELECT ${id}::uuid, p.id, p.county_id, jsonb_build_object('stage', p.stage, 'status', p.status, 'year', y.year, 'compounds', p.compounds, 'findingsOpen', p.findings_open)
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE p.id = ANY(${input.projectIds}::uuid[])`;
  await happened(tx, actor, id, { kind: 'issued', text: input.why });
  return answered(tx, actor, id, true);
}
