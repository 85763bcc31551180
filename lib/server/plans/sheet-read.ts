import 'server-only';
import { createHash } from 'node:crypto';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { PlanSheetAnswer } from '@/lib/domain/plans/answers';
import { placeName } from '@/lib/domain/plans/cells';
import { sumsOf } from '@/lib/domain/plans/cost';
import { PLAN_SHEETS, readPlanSheets } from '@/lib/domain/plans/sheet';
import { againstWriting } from '@/lib/domain/plans/standing';
import { cellsByPlace, keyOf } from '@/lib/domain/plans/types';
import type { GridRow } from '@/lib/domain/votes/sheet';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { withReader } from '@/lib/server/db/with-reader';
import { gridsOf, type SentSheet } from '@/lib/server/workbooks/sent-sheet';
import { planFacts } from './read';
import { cellView } from './rows';

/** What a filled workbook holds and would change; writes nothing. */
export async function readPlanWorkbook(
  actor: Actor,
  id: string,
  sent: SentSheet,
  locale: Locale,
): Promise<Answer<PlanSheetAnswer>> {
  const facts = await withReader(actor, (reader) => planFacts(reader, actor, id));
  if (!facts) return notFound();
  const closed = againstWriting(facts);
  if (closed.length > 0) return refused(closed);
  const sheets = new Map<string, GridRow[]>();
  for (const grid of await gridsOf(sent, PLAN_SHEETS)) {
    if (grid.type === 'refused') return refused([grid.reason]);
    sheets.set(grid.sheet, grid.rows);
  }
  const { rulebook, buildings, cells } = facts;
  const { menu, funding } = rulebook;
  const read = readPlanSheets(sheets, { menu, funding, buildings, cells });
  const sentence = await sentences(locale);
  const names = new Map(menu.map(({ code, name }) => [code, name]));
  const after = cellsByPlace(cells);
  for (const { cell } of read.changes) after.set(keyOf(cell), cell);
  const [was, will] = [sumsOf(cells), sumsOf(after.values())];
  return done({
    key: createHash('sha256').update(`${id} ${facts.version} ${sent.sha256}`).digest('hex').slice(0, 40),
    fileName: sent.fileName,
    version: facts.version,
    errors: read.findings.filter(({ level }) => level === 'error').length,
    same: read.same,
    changes: read.changes.map(({ cell, before }) => ({
      where: placeName(buildings, cell.buildingId),
      item: names.get(cell.item) ?? cell.item,
      before: before && cellView(before),
      after: cellView(cell),
    })),
    findings: read.findings.map((finding) => ({
      ...finding,
      message: sentence(`reasons.${finding.code}`, finding.params),
    })),
    cost: { before: formatHundredths(was.cost), after: formatHundredths(will.cost) },
    share: { before: formatHundredths(was.share), after: formatHundredths(will.share) },
  });
}
