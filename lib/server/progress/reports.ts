import 'server-only';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Reason } from '@/lib/domain/kernel/result';
import type { ReportAnswer, SavedReport } from '@/lib/domain/progress/answers';
import {
  againstWriting,
  correctionAnswerReasons,
  correctionReasons,
  draftReasons,
  reportReasons,
  returnReasons,
  reviewReasons,
} from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { CorrectionAnswerInput, ReportInput, ReportReturn } from '@/lib/domain/progress/schema';
import { sendingOf } from '@/lib/domain/progress/sending';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { holdForWork, lockProject } from '@/lib/server/projects/lock';
import { type ReportFacts, reportFacts } from './facts';
import { reportView } from './view';
import { contentFrom, takePhotos, writeReport } from './write';

export interface WhichReport {
  id: string;
  month: ReportMonth;
  /** 0: nothing was kept yet */
  version: number;
}

async function answered(tx: Tx, actor: Actor, which: WhichReport): Promise<Answer<ReportAnswer>> {
  const view = await reportView(tx, actor, which);
  return view ? done(view, { version: view.version }) : notFound();
}

/** As it was sent: money as text again. */
const shownInput = (input: ReportInput) => ({ ...input, investment: formatMoney(input.investment) });

/** Somebody saved after this person had read it: both are shown. */
async function clash(
  tx: Tx,
  actor: Actor,
  which: WhichReport,
  facts: ReportFacts,
  sent: unknown,
): Promise<Denied | null> {
  const version = facts.report?.version ?? 0;
  return version === which.version ? null : conflict(await reportView(tx, actor, which), sent, version);
}

interface Held {
  facts: ReportFacts;
}

/** Behind the project's lock: whoever writes, sends or decides sees what the other left. */
async function hold(
  tx: Tx,
  actor: Actor,
  which: WhichReport,
  { sent, forWork }: { sent: unknown; forWork: boolean },
): Promise<Answer<Held>> {
  if (forWork) {
    const held = await holdForWork(tx, actor, which.id);
    if (!held.ok) return held;
  } else if (!(await lockProject(tx, actor, which.id))) return notFound();
  const facts = await reportFacts(tx, actor, which);
  if (!facts) return notFound();
  return (await clash(tx, actor, which, facts, sent)) ?? done({ facts });
}

/** Keeps what is being filled in (autosave): for everybody who fills in for this project. */
export async function saveReport(
  tx: Tx,
  actor: Actor,
  which: WhichReport,
  input: ReportInput,
): Promise<Answer<SavedReport>> {
  const held = await hold(tx, actor, which, { sent: shownInput(input), forWork: true });
  if (!held.ok) return held;
  const { facts } = held.value;
  const content = contentFrom(input, facts.stage);
  const closed = facts.report ? againstWriting(facts.report.status) : [];
  const { reasons } = await takePhotos(tx, actor, facts, input.photos);
  const against = [...closed, ...draftReasons(content, facts.ground), ...reasons];
  if (against.length > 0) return refused(against);
  await writeReport(tx, actor, facts, content);
  const view = await reportView(tx, actor, which);
  if (!view) return notFound();
  const { status, percentBp, version, updatedAt } = view;
  return done({ status, percentBp, version, updatedAt }, { version });
}

/** Sent, with a receipt: the server's time and the hash of what was sent. The first time of receipt stays when it comes again. */
export async function sendReport(
  tx: Tx,
  actor: Actor,
  which: WhichReport,
  input: ReportInput,
): Promise<Answer<ReportAnswer>> {
  const held = await hold(tx, actor, which, { sent: shownInput(input), forWork: true });
  if (!held.ok) return held;
  const { facts } = held.value;
  const content = contentFrom(input, facts.stage);
  const closed = facts.report ? againstWriting(facts.report.status) : [];
  const { photos, reasons } = await takePhotos(tx, actor, facts, input.photos);
  const against: Reason[] = [...closed, ...reportReasons(content, facts.ground), ...reasons];
  if (against.length > 0) return refused(against);
  const reportId = await writeReport(tx, actor, facts, content);
  const { planned, month } = facts;
  const sending = sendingOf(content, { project: facts, month, planned, photos });
  const no = (facts.report?.sent ?? 0) + 1;
  await tx.$executeRaw`
    INSERT INTO progress_sending (report_id, project_id, county_id, no, content, sent_by, actor)
    VALUES (${reportId}::uuid, ${facts.id}::uuid, ${facts.countyId}::uuid, ${no}::int, ${JSON.stringify(sending)}::jsonb, ${actor.accountId}::uuid, coalesce(current_setting('app.actor', true), ''))`;
  await tx.$executeRaw`
    UPDATE progress_report r SET status = 'submitted', sent = ${no}::int, received_at = s.received_at, first_received_at = coalesce(r.first_received_at, s.received_at)
    FROM progress_sending s WHERE s.report_id = r.id AND s.no = ${no}::int AND r.id = ${reportId}::uuid`;
  return answered(tx, actor, which);
}

const reviewed = (actor: Actor, { report, summedUp }: ReportFacts) => ({
  status: report?.status ?? ('draft' as const),
  sentBy: report?.sentBy ?? null,
  reviewer: actor.accountId,
  ofPrefecture: actor.level === 'prefecture',
  summedUp,
});

async function decide(
  tx: Tx,
  actor: Actor,
  { report }: ReportFacts,
  verdict: { is: 'accepted' | 'returned'; material: boolean; remarks: ReportReturn['remarks'] },
): Promise<void> {
  const { is, material, remarks } = verdict;
  const id = report?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO progress_decision (sending_id, report_id, project_id, county_id, verdict, material, remarks, decided_by, actor)
    SELECT s.id, s.report_id, s.project_id, s.county_id, ${is}, ${material}, ${JSON.stringify(remarks)}::jsonb, ${actor.accountId}::uuid, coalesce(current_setting('app.actor', true), '')
    FROM progress_sending s JOIN progress_report r ON r.id = s.report_id AND r.sent = s.no WHERE r.id = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE progress_report SET status = ${is}, version = version + 1, updated_at = anju_now(), first_received_at = CASE WHEN ${material} THEN NULL ELSE first_received_at END,
      accepted_no = CASE WHEN ${is} = 'accepted' THEN sent ELSE accepted_no END, accepted_at = CASE WHEN ${is} = 'accepted' THEN anju_now() ELSE accepted_at END WHERE id = ${id}::uuid`;
}

/** Accepted: locked from now on, and what the month counts. */
export async function acceptReport(tx: Tx, actor: Actor, which: WhichReport): Promise<Answer<ReportAnswer>> {
  const held = await hold(tx, actor, which, { sent: {}, forWork: false });
  if (!held.ok) return held;
  const against = reviewReasons(reviewed(actor, held.value.facts));
  if (against.length > 0) return refused(against);
  await decide(tx, actor, held.value.facts, { is: 'accepted', material: false, remarks: [] });
  return answered(tx, actor, which);
}

/** Back to who filled it in, with a remark at each field; only a material correction gives up the first time of receipt (domain.md §5). */
export async function returnReport(
  tx: Tx,
  actor: Actor,
  which: WhichReport,
  input: ReportReturn,
): Promise<Answer<ReportAnswer>> {
  const held = await hold(tx, actor, which, { sent: input, forWork: false });
  if (!held.ok) return held;
  const against = returnReasons(reviewed(actor, held.value.facts), input.remarks);
  if (against.length > 0) return refused(against);
  await decide(tx, actor, held.value.facts, { is: 'returned', ...input });
  return answered(tx, actor, which);
}

/** After the lock: a request of its own, with the reason. */
export async function askCorrection(
  tx: Tx,
  actor: Actor,
  which: WhichReport,
  why: string,
): Promise<Answer<ReportAnswer>> {
  const held = await hold(tx, actor, which, { sent: { reason: why }, forWork: true });
  if (!held.ok) return held;
  const { report } = held.value.facts;
  const waiting = report
    ? (await tx.progressCorrection.count({ where: { reportId: report.id, status: 'asked' } })) > 0
    : false;
  const against = correctionReasons(report?.status ?? 'draft', waiting);
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'report.askCorrection', reason: why });
  await tx.$executeRaw`
    INSERT INTO progress_correction (report_id, project_id, county_id, reason, asked_by, asked_actor)
    SELECT r.id, r.project_id, r.county_id, ${why}, ${actor.accountId}::uuid, coalesce(current_setting('app.actor', true), '') FROM progress_report r WHERE r.id = ${report?.id ?? ''}::uuid`;
  return answered(tx, actor, which);
}

/** Granted: the report is open again and keeps its first time of receipt; what was accepted counts until the next is. */
export async function answerCorrection(
  tx: Tx,
  actor: Actor,
  which: WhichReport & { correctionId: string },
  { granted, note }: CorrectionAnswerInput,
): Promise<Answer<ReportAnswer>> {
  const held = await hold(tx, actor, which, { sent: { granted, note }, forWork: false });
  if (!held.ok) return held;
  const { report, summedUp } = held.value.facts;
  const asked = report
    ? await tx.progressCorrection.findFirst({ where: { id: which.correctionId, reportId: report.id } })
    : null;
  if (!asked || !report) return notFound();
  const { ofPrefecture, reviewer } = reviewed(actor, held.value.facts);
  const status = asked.status as 'asked' | 'granted' | 'refused';
  const against = correctionAnswerReasons({
    ...{ status, askedBy: asked.askedBy, granted, note: note ?? null, reviewer, ofPrefecture, summedUp },
  });
  if (against.length > 0) return refused(against);
  await setAct(tx, {
    action: granted ? 'report.grantCorrection' : 'report.refuseCorrection',
    ...(note ? { reason: note } : {}),
  });
  await tx.$executeRaw`
    UPDATE progress_correction SET status = ${granted ? 'granted' : 'refused'}, answer = ${note ?? null}, answered_by = ${actor.accountId}::uuid,
      answered_actor = coalesce(current_setting('app.actor', true), ''), answered_at = anju_now() WHERE id = ${which.correctionId}::uuid`;
  if (granted)
    await tx.$executeRaw`UPDATE progress_report SET status = 'correcting', version = version + 1, updated_at = anju_now() WHERE id = ${report.id}::uuid`;
  return answered(tx, actor, which);
}
