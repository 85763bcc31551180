import 'server-only';
import type { FeasibilityDetail } from '@/lib/domain/feasibility/answers';
import {
  againstApproval,
  againstConsent,
  againstEditing,
  type CoveredProject,
  projectReasons,
  type ReportFacts,
} from '@/lib/domain/feasibility/rules';
import type { DocumentInput, FeasibilityCreate, FeasibilityUpdate } from '@/lib/domain/feasibility/schema';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatHundredths, parseHundredths } from '@/lib/domain/kernel/hundredths';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { attached, todayOf, yearOf, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { feasibilityDetail } from './reports';

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<FeasibilityDetail>> {
  const saved = await feasibilityDetail(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

/** Behind a lock, as the person saw it. */
async function locked(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  sent: unknown,
): Promise<{ answer: Denied } | { report: FeasibilityDetail }> {
  await tx.$queryRaw`SELECT 1 FROM feasibility_report WHERE id = ${id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  const report = await feasibilityDetail(tx, actor, id);
  if (!report) return { answer: notFound() };
  return report.version === version ? { report } : { answer: conflict(report, sent, report.version) };
}

const factsOf = ({ status, file, projects, investment, consent }: FeasibilityDetail): ReportFacts => ({
  status,
  hasFile: file !== null,
  projects,
  investment: parseHundredths(investment) ?? 0n,
  consentOn: consent ? calendarDateOf(consent.on) : null,
});

/** The projects named, locked in the order of their ids, and what is against covering them; null: one is not theirs. */
async function toCover(
  tx: Tx,
  countyId: string,
  reportId: string | null,
  year: number,
  ids: readonly string[],
): Promise<Reason[] | null> {
  const rows = await tx.$queryRaw<CoveredProject[]>`
    SELECT p.id, p.name, p.status, y.year, CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'no', r.no, 'status', r.status) END AS report
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id LEFT JOIN feasibility_report r ON r.id = p.feasibility_id
    WHERE p.id = ANY(${[...ids]}::uuid[]) AND p.county_id = ${countyId}::uuid ORDER BY p.id FOR UPDATE OF p`;
  return rows.length === new Set(ids).size ? projectReasons(reportId, year, rows) : null;
}

async function cover(tx: Tx, reportId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE project SET feasibility_id = CASE WHEN id = ANY(${[...ids]}::uuid[]) THEN ${reportId}::uuid END, version = version + 1, updated_at = anju_now()
    WHERE (feasibility_id = ${reportId}::uuid AND NOT id = ANY(${[...ids]}::uuid[])) OR (id = ANY(${[...ids]}::uuid[]) AND feasibility_id IS DISTINCT FROM ${reportId}::uuid)`;
}

/** A report of the own county for a year; a later one is its next version, for projects that were added since. */
export async function createReport(tx: Tx, actor: Actor, input: FeasibilityCreate): Promise<Answer<FeasibilityDetail>> {
  const countyId = actor.countyId ?? '';
  const year = await yearOf(tx, actor, input.year);
  if (!year) return refused(yearUnknown(input.year));
  // one after the other: the next number is this county's
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('feasibility ' || ${countyId}, 0))::text`;
  const file = input.fileId ? await attached(tx, input.fileId) : null;
  const against = await toCover(tx, countyId, null, input.year, input.projectIds);
  if ((input.fileId && !file) || !against) return notFound();
  const [draft] = await tx.$queryRaw<{ no: number }[]>`
    SELECT no FROM feasibility_report WHERE county_id = ${countyId}::uuid AND programme_year_id = ${year.id}::uuid AND status <> 'approved'`;
  if (draft) against.push(reason('feasibility.draftExists', { found: draft.no }));
  if (against.length > 0) return refused(against);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO feasibility_report (county_id, programme_year_id, no, title, summary, investment, file_id, file_sha256, created_by)
    SELECT ${countyId}::uuid, ${year.id}::uuid, coalesce(max(no), 0) + 1, ${input.title}, ${input.summary ?? null}, ${input.investment}::bigint, ${input.fileId ?? null}::uuid,
      ${file?.sha256 ?? null}, ${actor.accountId}::uuid FROM feasibility_report WHERE county_id = ${countyId}::uuid AND programme_year_id = ${year.id}::uuid RETURNING id`;
  const id = row?.id ?? '';
  await cover(tx, id, input.projectIds);
  const made = await feasibilityDetail(tx, actor, id);
  return made ? created(made, { version: made.version }) : notFound();
}

/** A change takes the consent back: the government consented to what was there. */
export async function updateReport(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: FeasibilityUpdate,
): Promise<Answer<FeasibilityDetail>> {
  const sent = {
    ...input,
    ...(input.investment === undefined ? {} : { investment: formatHundredths(input.investment) }),
  };
  const found = await locked(tx, actor, id, version, sent);
  if ('answer' in found) return found.answer;
  const { report } = found;
  const file = input.fileId ? await attached(tx, input.fileId) : null;
  if (input.fileId && !file) return notFound();
  const against = input.projectIds ? await toCover(tx, report.county.id, id, report.year, input.projectIds) : [];
  if (!against) return notFound();
  const reasons = [...againstEditing(report), ...against];
  if (reasons.length > 0) return refused(reasons);
  const kept = input.fileId === undefined;
  await tx.$executeRaw`
    UPDATE feasibility_report SET title = ${input.title ?? report.title}, summary = ${input.summary === undefined ? report.summary : input.summary},
      investment = coalesce(${input.investment ?? null}::bigint, investment), file_id = CASE WHEN ${kept} THEN file_id ELSE ${input.fileId ?? null}::uuid END,
      file_sha256 = CASE WHEN ${kept} THEN file_sha256 ELSE ${file?.sha256 ?? null} END, status = 'draft', consent_no = NULL,
      consent_on = NULL, consent_file_id = NULL, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  if (input.projectIds) await cover(tx, id, input.projectIds);
  return answered(tx, actor, id);
}

/** 县市人民政府同意: number, date and file, recorded by the bureau. */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: DocumentInput,
): Promise<Answer<FeasibilityDetail>> {
  const found = await locked(tx, actor, id, version, input);
  if ('answer' in found) return found.answer;
  if (input.fileId && !(await attached(tx, input.fileId))) return notFound();
  const today = calendarDateOf(await todayOf(tx));
  const reasons = againstConsent(factsOf(found.report), calendarDateOf(input.documentOn), today);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE feasibility_report SET status = 'consented', consent_no = ${input.documentNo}, consent_on = ${input.documentOn}::date, consent_file_id = ${input.fileId ?? null}::uuid,
      version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** 发改局审批, or the approval of the body that is named where the county has none. */
export async function approveReport(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: DocumentInput,
): Promise<Answer<FeasibilityDetail>> {
  const found = await locked(tx, actor, id, version, input);
  if ('answer' in found) return found.answer;
  const { report } = found;
  if (input.fileId && !(await attached(tx, input.fileId))) return notFound();
  const [on, today] = [calendarDateOf(input.documentOn), calendarDateOf(await todayOf(tx))];
  const reasons = againstApproval(factsOf(report), report.approver, actor.role, on, today);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE feasibility_report SET status = 'approved', approval_no = ${input.documentNo}, approval_on = ${input.documentOn}::date, approval_body = ${report.approver.body},
      approval_file_id = ${input.fileId ?? null}::uuid, approved_by = ${actor.accountId}::uuid, approved_at = anju_now(), version = version + 1, updated_at = anju_now()
    WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}
