import 'server-only';
import type { ComplaintView } from '@/lib/domain/complaints/answers';
import { receiveReasons } from '@/lib/domain/complaints/handling';
import { dueDay } from '@/lib/domain/complaints/limit';
import type { ComplaintEnter } from '@/lib/domain/complaints/schema';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { newId } from '@/lib/server/db/new-id';
import type { Tx } from '@/lib/server/db/with-actor';
import { projectScope } from '@/lib/server/projects/scope';
import { writeReceiptCode } from '@/lib/server/votes/receipt-code';
import { complaintView } from './queries';
import { complaintCodeOf, complaintHashOf, sealContact } from './sealed';

interface Named {
  compound: { subdistrictId: string | null; communityId: string | null } | null;
  today: CalendarDate;
}

/** What it names must be seen by whoever enters it: another county's things are not there. */
async function namedBy(tx: Tx, actor: Actor, input: ComplaintEnter): Promise<Named & { reasons: Reason[] }> {
  const { compoundId, projectId, noticeId } = input;
  const counties = [...actor.counties];
  const [clock] = await tx.$queryRaw<{ today: CalendarDate }[]>`SELECT anju_today()::text AS today`;
  const [compound] = compoundId
    ? await tx.$queryRaw<NonNullable<Named['compound']>[]>`
        SELECT subdistrict_id AS "subdistrictId", community_id AS "communityId" FROM compound
        WHERE id = ${compoundId}::uuid AND county_id = ANY(${counties}::uuid[]) AND status = 'active'
          AND (${actor.subdistrictId}::uuid IS NULL OR subdistrict_id = ${actor.subdistrictId}::uuid) AND (${actor.communityId}::uuid IS NULL OR community_id = ${actor.communityId}::uuid)`
    : [];
  const project = projectId
    ? await tx.$queryRaw<
        unknown[]
      >`SELECT 1 AS there FROM project p WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)} AND p.county_id = ANY(${counties}::uuid[])`
    : [];
  const notice = noticeId
    ? await tx.$queryRaw<
        unknown[]
      >`SELECT 1 AS there FROM notice n WHERE n.id = ${noticeId}::uuid AND n.county_id = ANY(${counties}::uuid[]) AND n.status <> 'draft'`
    : [];
  const missing = (asked: unknown, found: unknown, field: string) =>
    asked && !found ? [reason('complaint.aboutUnknown', undefined, { field })] : [];
  return {
    compound: compound ?? null,
    today: clock?.today as CalendarDate,
    reasons: [
      ...missing(compoundId, compound, 'compoundId'),
      ...missing(projectId, project[0], 'projectId'),
      ...missing(noticeId, notice[0], 'noticeId'),
    ],
  };
}

/** A call, a visit, a letter, or what another office passed on. Its limit runs from the day on which it was received; the code is for the complainant. */
export async function enterComplaint(
  tx: Tx,
  actor: Actor,
  input: ComplaintEnter,
): Promise<Answer<ComplaintView & { code: string }>> {
  if (actor.countyId === null) return notFound();
  const { id: rulebookId, rulebook } = await rulebookInForce(tx);
  const named = await namedBy(tx, actor, input);
  const { today } = named;
  const { subjects } = siteRulesOf(rulebook).complaints;
  const against = [...receiveReasons(input, { subjects, today }), ...named.reasons];
  if (against.length > 0) return refused(against);
  const id = newId();
  const code = complaintCodeOf(id);
  const due = dueDay(input.receivedOn, rulebook.complaints.replyDays);
  await tx.$executeRaw`
    INSERT INTO complaint (id, county_id, subdistrict_id, community_id, compound_id, project_id, notice_id, rulebook_id, kind, subject, channel, content, contact, code_hash, received_on,
      received_by, own_due_on, due_on)
    VALUES (${id}::uuid, ${actor.countyId}::uuid, ${actor.subdistrictId}::uuid, ${actor.communityId}::uuid, ${input.compoundId ?? null}::uuid, ${input.projectId ?? null}::uuid,
      ${input.noticeId ?? null}::uuid, ${rulebookId}::uuid, ${input.kind}, ${input.subject}, ${input.channel}, ${input.content}, ${sealContact(id, input.contact)}, ${complaintHashOf(code)},
      ${input.receivedOn}::date, ${actor.accountId}::uuid, ${due}::date, ${due}::date)`;
  await tx.$executeRaw`INSERT INTO complaint_event (complaint_id, county_id, kind) VALUES (${id}::uuid, ${actor.countyId}::uuid, 'received')`;
  const view = await complaintView(tx, actor, id);
  return view ? created({ ...view, code: writeReceiptCode(code) }, { version: view.version }) : notFound();
}
