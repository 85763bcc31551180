import 'server-only';
import type { ExportView } from '@/lib/domain/exports/answers';
import { EXPORTS_AT_ONCE, requestReasons, rightReasons } from '@/lib/domain/exports/rules';
import type { ExportRequest } from '@/lib/domain/exports/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, clash, done, forbidden, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { enqueue } from '@/lib/server/jobs/enqueue';
import { oneExport } from './jobs';

/** Of which county: the one asked for, the list's own filter, else the asker's own; null: every county in reach. */
const countyOf = (actor: Actor, { county, query }: ExportRequest): string | null =>
  county ?? query?.county ?? actor.countyId;

/** The row, its audit line and its job stand or fall together. */
export async function askExport(tx: Tx, actor: Actor, request: ExportRequest): Promise<Answer<ExportView>> {
  const county = countyOf(actor, request);
  const { kind, format, unmasked, query, columns } = request;
  const wrong = rightReasons(actor, { kind, county, unmasked });
  if (wrong.some(({ code }) => code === 'export.otherCounty')) return notFound();
  if (wrong.length > 0) return forbidden();
  const reasons = requestReasons(request, county);
  if (reasons.length > 0) return refused(reasons);
  const waiting = await tx.exportJob.count({
    where: { createdBy: actor.accountId, status: { in: ['waiting', 'running'] } },
  });
  if (waiting >= EXPORTS_AT_ONCE) return clash('exports_waiting', { count: waiting });
  const reason = request.reason || null;
  await setAct(tx, { action: 'export.ask', reason: reason ?? undefined });
  const kept = { format, ...(query ? { query } : {}), ...(columns ? { columns } : {}) };
  const job = await tx.exportJob.create({
    data: { countyId: county, createdBy: actor.accountId, kind, query: kept, unmasked, reason },
    select: { id: true },
  });
  await enqueue(tx, 'export.make', { exportId: job.id, accountId: actor.accountId });
  const view = await oneExport(tx, actor.accountId, job.id);
  return view ? done(view, { status: 202 }) : notFound();
}
