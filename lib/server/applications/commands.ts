import 'server-only';
import {
  type ApplicationStatus,
  againstAnswering,
  againstApplying,
  againstWithdrawing,
} from '@/lib/domain/applications/rules';
import type { ApplicationAnswer, ApplicationCreate, ApplicationReply } from '@/lib/domain/applications/schema';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { planOfProject } from '@/lib/server/annual/plan-of-project';
import { todayOf, yearOf, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { projectScope } from '@/lib/server/projects/scope';
import { oneApplication } from './queries';

/** 改造申请 of a project for a year, by its community, its town or the county bureau. */
export async function apply(tx: Tx, actor: Actor, input: ApplicationCreate): Promise<Answer<ApplicationAnswer>> {
  const [project] = await tx.$queryRaw<{ status: string; stage: number }[]>(Prisma.sql`
    SELECT p.status, p.stage FROM project p WHERE p.id = ${input.projectId}::uuid AND ${projectScope(actor)} FOR UPDATE`);
  if (!project) return notFound();
  const year = await yearOf(tx, actor, input.year);
  if (!year) return refused(yearUnknown(input.year));
  const [live] = await tx.$queryRaw<{ status: ApplicationStatus }[]>`
    SELECT status FROM application WHERE project_id = ${input.projectId}::uuid AND programme_year_id = ${year.id}::uuid AND status IN ('submitted', 'accepted')`;
  const planned = (await planOfProject(tx, input.projectId))?.year ?? null;
  const today = calendarDateOf(await todayOf(tx));
  const reasons = againstApplying(
    { ...project, live: live?.status ?? null, planned },
    calendarDateOf(input.appliedOn),
    today,
  );
  if (reasons.length > 0) return refused(reasons);
  // whoever sees the project reads what it applied with
  const files = await tx.$executeRaw`
    UPDATE stored_file SET project_id = ${input.projectId}::uuid WHERE id = ${input.fileId}::uuid AND purpose IN ('photo', 'document')
      AND (project_id IS NULL OR project_id = ${input.projectId}::uuid)`;
  if (files === 0) return notFound();
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO application (project_id, county_id, programme_year_id, applicant, applied_on, reasons, file_id, created_by)
    SELECT id, county_id, ${year.id}::uuid, ${input.applicant}, ${input.appliedOn}::date, ${input.reasons ?? null}, ${input.fileId}::uuid, ${actor.accountId}::uuid
    FROM project WHERE id = ${input.projectId}::uuid RETURNING id`;
  const made = await oneApplication(tx, actor, row?.id ?? '');
  return made ? created(made, { version: made.version }) : notFound();
}

/** Behind the project's lock, as the person saw it. */
async function locked(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  sent: unknown,
): Promise<{ answer: Denied } | { application: ApplicationAnswer }> {
  const first = await oneApplication(tx, actor, id);
  if (!first) return { answer: notFound() };
  await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${first.project.id}::uuid FOR UPDATE`;
  const application = await oneApplication(tx, actor, id);
  if (!application) return { answer: notFound() };
  return application.version === version
    ? { application }
    : { answer: conflict(application, sent, application.version) };
}

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<ApplicationAnswer>> {
  const saved = await oneApplication(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

/** 县市住建局受理或退回. */
export async function answerApplication(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: ApplicationReply,
): Promise<Answer<ApplicationAnswer>> {
  const found = await locked(tx, actor, id, version, input);
  if ('answer' in found) return found.answer;
  const reply = input.reply ?? null;
  const reasons = againstAnswering(found.application.status, actor.role, { verdict: input.verdict, reply });
  if (reasons.length > 0) return refused(reasons);
  await setAct(tx, { action: `application.${input.verdict}` });
  await tx.$executeRaw`
    UPDATE application SET status = ${input.verdict}, reply = ${reply}, answered_by = ${actor.accountId}::uuid, answered_at = anju_now(), version = version + 1 WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

export async function withdrawApplication(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  why: string,
): Promise<Answer<ApplicationAnswer>> {
  const found = await locked(tx, actor, id, version, { reason: why });
  if ('answer' in found) return found.answer;
  const { application } = found;
  const reasons = againstWithdrawing(application.status, application.planned);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`UPDATE application SET status = 'withdrawn', reply = ${why}, version = version + 1 WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}
