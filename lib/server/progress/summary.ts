import 'server-only';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import type { SummaryView } from '@/lib/domain/progress/answers';
import { dueAt } from '@/lib/domain/progress/due';
import { firstDay, lastDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { MilestoneDecision, SummaryInput } from '@/lib/domain/progress/schema';
import { summaryReasons, summaryReviewReasons } from '@/lib/domain/progress/summary';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { clockOf, type MonthRow, monthRows, reportDayOf, summaryRows } from './county-month';
import { outagesAfter } from './outages';

/** What is summed up, with the figures as they were: a later correction of a report does not change what was signed. */
export const summaryContent = (month: ReportMonth, rows: readonly MonthRow[]) => ({
  month,
  projects: rows.length,
  investment: formatMoney(sumMoney(rows.map((row) => parseHundredths(row.investment ?? '0') ?? 0n))),
  lines: rows.map(({ project, percentBp, investment, people, problems, firstReceivedAt, acceptedAt }) => ({
    ...{
      code: project.code,
      name: project.name,
      stage: project.stage,
      percentBp,
      investment,
      people,
      problems,
      firstReceivedAt,
      acceptedAt,
    },
  })),
});

export type SummaryContent = ReturnType<typeof summaryContent>;

/** The county's month, sent as one act by who filled it in, who reviewed and who signs (决定/月报). */
export async function sendSummary(
  tx: Tx,
  actor: Actor,
  month: ReportMonth,
  input: SummaryInput,
): Promise<Answer<SummaryView>> {
  const countyId = actor.countyId ?? '';
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('county_month'), hashtext(${countyId}))`;
  const here = Prisma.sql`s.county_id = ${countyId}::uuid AND s.month = ${firstDay(month)}::date`;
  const rows = await monthRows(tx, actor, month, countyId);
  const { today } = await clockOf(tx);
  const [last] = await summaryRows(tx, here);
  const lines = rows.map(({ project, status }) => ({ name: project.name, status }));
  const ground = { month, ended: today > lastDay(month), lines, status: last?.status ?? null };
  const against = summaryReasons(input, ground);
  if (against.length > 0) return refused(against);
  const due = dueAt(month, reportDayOf(rows), await outagesAfter(tx, actor, month));
  // a return that was not material keeps the first time of receipt
  const kept = last && !last.material ? new Date(last.firstReceivedAt) : null;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO county_month (county_id, month, no, filler, reviewer, signer, content, first_received_at, due_at, submitted_by)
    VALUES (${countyId}::uuid, ${firstDay(month)}::date, ${(last?.no ?? 0) + 1}::int, ${input.filler}, ${input.reviewer}, ${input.signer}, ${JSON.stringify(summaryContent(month, rows))}::jsonb,
      coalesce(${kept}::timestamptz, anju_now()), ${due}::timestamptz, ${actor.accountId}::uuid) RETURNING id`;
  const [view] = await summaryRows(tx, Prisma.sql`s.id = ${row?.id ?? ''}::uuid`);
  return view ? created(view, { version: view.version }) : notFound();
}

/** The prefecture accepts it, or gives it back with the reason. */
export async function decideSummary(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  input: MilestoneDecision,
): Promise<Answer<SummaryView>> {
  const mine = Prisma.sql`s.id = ${id}::uuid AND s.county_id = ANY(${[...actor.counties]}::uuid[])`;
  await tx.$executeRaw`SELECT 1 FROM county_month s WHERE ${mine} FOR UPDATE`;
  const [there] = await summaryRows(tx, mine);
  if (!there) return notFound();
  if (there.version !== version) return conflict(there, input, there.version);
  const { accept, material, remark } = input;
  const against = summaryReviewReasons(there.status, accept, remark ?? null);
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: accept ? 'summary.accept' : 'summary.return', ...(remark ? { reason: remark } : {}) });
  await tx.$executeRaw`
    UPDATE county_month SET status = ${accept ? 'accepted' : 'returned'}, remark = ${remark ?? null}, material = ${accept ? null : material}, decided_by = ${actor.accountId}::uuid,
      decided_at = anju_now(), version = version + 1 WHERE id = ${id}::uuid`;
  const [view] = await summaryRows(tx, mine);
  return view ? done(view, { version: view.version }) : notFound();
}
