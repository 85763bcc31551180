import 'server-only';
import type { CardAnswer, SeasonAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { isVetoed } from '@/lib/domain/scorecards/season/card';
import { totalsOf } from '@/lib/domain/scorecards/season/groups';
import { isLate } from '@/lib/domain/scorecards/season/overdue';
import { outcomesOf } from '@/lib/domain/scorecards/season/review';
import { undecidedOf } from '@/lib/domain/scorecards/season/vetoes';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { gradeNamed, resultOf, sanctionAnswerOf } from './detail';
import { type CardRecord, seasonRecords } from './records';
import { commentsOf, resultRows, sanctionsOf, seasonAnswerOf, seasonRows } from './season-rows';

export async function seasons(reader: Reader, actor: Actor, year?: number): Promise<SeasonAnswer[]> {
  const rows = await seasonRows(
    reader,
    actor,
    Prisma.sql`(${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int)`,
  );
  return rows.map(seasonAnswerOf);
}

function cardAnswerOf(record: CardRecord): CardAnswer {
  const { row, season, book, parts, facts, card, today, columns, seen } = record;
  const outcomes = seen.review ? outcomesOf(card).map(([, { kind }]) => kind) : [];
  return {
    ...{ id: row.id, county: row.county, status: row.status, version: row.version, today: today.value },
    totals: totalsOf(columns, seen),
    vetoed: isVetoed(card),
    vetoesProposed: undecidedOf(vetoRisks(facts, book), card.vetoes).length,
    proofs: parts.proofs.filter(({ retired }) => retired === null).length,
    siteChecks: parts.siteChecks,
    criteria: outcomesOf(card).length,
    reviewed: outcomes.filter((kind) => kind === 'line' || kind === 'agreed').length,
    disagreements: outcomes.filter((kind) => kind === 'split').length,
    disputesOpen: parts.disputes.filter(({ status }) => status === 'open').length,
    submittedAt: row.submitted?.at ?? null,
    late: isLate({ ...season, submitted: row.submitted }),
    takenIn: !seen.self,
    disputeUntil: row.disputeUntil,
    result: resultOf(record),
  };
}

/** A season with the cards of the counties that this person sees: the decision sheet of the prefecture is made of them. */
export async function seasonDetail(reader: Reader, actor: Actor, id: string): Promise<SeasonDetail | null> {
  const [season] = await seasonRows(reader, actor, Prisma.sql`s.id = ${id}::uuid`);
  if (!season) return null;
  const book = await rulebookOf(reader, season.rulebookId);
  const records = await seasonRecords(reader, actor, season);
  const results = await resultRows(reader, id);
  const sanctions = await sanctionsOf(reader, actor, id);
  return {
    ...seasonAnswerOf(season),
    cards: records.map(cardAnswerOf),
    results: results.map(({ grade, ...one }) => ({ ...one, grade: gradeNamed(book, grade) })),
    comments: await commentsOf(reader, id),
    sanctions: sanctions.map((one) => sanctionAnswerOf(book, one)),
    missing: records
      .filter(({ row: { status } }) => status === 'open' || status === 'submitted')
      .map(({ row: { county, status } }) => ({ county, status })),
  };
}
