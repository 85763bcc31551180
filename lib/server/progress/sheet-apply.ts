import 'server-only';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import { draftReasons } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { MonthImport } from '@/lib/domain/progress/schema';
import { edited } from '@/lib/domain/progress/sheet';
import type { MonthImportAnswer } from '@/lib/domain/progress/sheet-answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import type { Tx } from '@/lib/server/db/with-actor';
import { projectScope } from '@/lib/server/projects/scope';
import { monthRows } from './county-month';
import { type ReportFacts, reportFactsOf } from './facts';
import { closedReasons } from './sheet-facts';
import { writeReport } from './write';

/** All of them held in one order, so that two who keep many at once do not wait for each other; null: one is not this person's. */
async function holdAll(
  tx: Tx,
  actor: Actor,
  month: ReportMonth,
  ids: readonly string[],
): Promise<Map<string, ReportFacts> | null> {
  await tx.$executeRaw`
    SELECT 1 FROM project p WHERE p.id = ANY(${[...ids]}::uuid[]) AND ${projectScope(actor)} ORDER BY p.id FOR UPDATE OF p`;
  const reporting = new Set((await monthRows(tx, actor, month)).map(({ project }) => project.id));
  const facts = await reportFactsOf(tx, actor, { ids, month });
  const held = new Map(facts.filter(({ id }) => reporting.has(id)).map((one) => [one.id, one]));
  return ids.every((id) => held.has(id)) ? held : null;
}

/**
 * Keeps the drafts that a filled workbook changes: all of them or none. Each is written as its own form writes it, pictures stay, and
 * where somebody changed one after the workbook was read, nothing is written and the workbook is to be read again.
 */
export async function applyMonth(
  tx: Tx,
  actor: Actor,
  month: ReportMonth,
  { reports }: MonthImport,
): Promise<Answer<MonthImportAnswer>> {
  const ids = reports.map(({ project }) => project);
  if (new Set(ids).size < ids.length) return refused([reason('progressSheet.projectTwice')]);
  const held = await holdAll(tx, actor, month, ids);
  if (!held) return notFound();
  const drafts = reports.flatMap(({ project, version, ...edit }) => {
    const facts = held.get(project);
    return facts ? [{ facts, version, edit, content: edited(facts.content, edit) }] : [];
  });
  const moved = drafts.filter(({ facts, version }) => (facts.report?.version ?? 0) !== version);
  if (moved.length > 0) {
    const reasons = moved.map(({ facts }) => reason('progressSheet.changedSince', { name: facts.name }));
    return { ok: false, status: 409, code: 'version_conflict', reasons };
  }
  const against: Reason[] = drafts.flatMap(({ facts, edit }) => [
    ...closedReasons(actor, facts),
    ...draftReasons(edit, facts.ground),
  ]);
  if (against.length > 0) return refused(against);
  for (const { facts, edit, content } of drafts) {
    await writeReport(tx, actor, facts, content);
    // drafts leave no lines of their own, being kept every few seconds; that a whole sheet came in does
    await record(tx, {
      ...{ action: 'report.import', entity: 'project', entityId: facts.id, countyId: facts.countyId },
      details: { month, percentages: edit.items.length },
    });
  }
  return done({ projects: drafts.length, items: reports.reduce((sum, { items }) => sum + items.length, 0) });
}
