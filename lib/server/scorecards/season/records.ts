import 'server-only';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Columns } from '@/lib/domain/scorecards/columns';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { scoreOf } from '@/lib/domain/scorecards/score';
import { type Card, columnsOfCard } from '@/lib/domain/scorecards/season/card';
import { unwritten, withoutClaims } from '@/lib/domain/scorecards/season/overdue';
import { type Seen, seenBy } from '@/lib/domain/scorecards/season/seen';
import type { ScoreSheet } from '@/lib/domain/scorecards/sheet';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { scoreFacts } from '../facts';
import { type CardRow, cardRows } from './card-rows';
import { type Parts, partsOf } from './parts';
import { type SeasonRow, seasonRows } from './season-rows';

/** A card with all that is reckoned of it. Its facts are the frozen ones from the submission on, today's before. */
export interface CardRecord {
  row: CardRow;
  season: SeasonRow;
  book: Rulebook;
  parts: Parts;
  facts: ScoreFacts;
  todayFacts: ScoreFacts;
  card: Card;
  /** of today's facts */
  today: ScoreSheet;
  columns: Columns;
  seen: Seen;
}

function cardOf({
  row,
  book,
  parts,
  sheet,
  seen,
}: Pick<CardRecord, 'row' | 'book' | 'parts' | 'seen'> & { sheet: ScoreSheet }): Card {
  const standing = parts.proofs.filter(({ retired }) => retired === null);
  return {
    ...{ status: row.status, book, sheet, opinions: parts.opinions, vetoes: parts.vetoes },
    lines: parts.lines.filter(({ replacedAt }) => replacedAt === null),
    bonus: parts.bonus
      .filter(({ retired }) => retired === null)
      .map(({ id, title, claimed, decision }) => ({
        ...{ id, title, claimed, approved: seen.review ? (decision?.points ?? null) : null },
        proofs: standing.filter(({ bonusId }) => bonusId === id).length,
      })),
    proved: new Set(standing.flatMap(({ criterion }) => (criterion === null ? [] : [criterion]))),
  };
}

interface Of {
  actor: Actor;
  season: SeasonRow;
  book: Rulebook;
  todays: Map<string, ScoreFacts>;
}

function recordOf({ actor, season, book, todays }: Of, written: CardRow, all: Parts): CardRecord[] {
  const takenIn = typeof written.submitted?.takenIn === 'string';
  const row = takenIn ? { ...written, report: unwritten(written.report) } : written;
  const parts = takenIn ? withoutClaims(all) : all;
  const todayFacts = todays.get(row.county.id);
  // a county that is in no unit tree of today has no score of today
  if (!todayFacts) return [];
  const facts = parts.frozen ?? todayFacts;
  const seen = seenBy(actor.level, { status: row.status, takenIn });
  const sheet = scoreOf(facts, book);
  const card = cardOf({ row, book, parts, sheet, seen });
  const today = facts === todayFacts ? sheet : scoreOf(todayFacts, book);
  return [{ row, season, book, parts, facts, todayFacts, card, today, columns: columnsOfCard(card), seen }];
}

async function recordsOf(reader: Reader, actor: Actor, season: SeasonRow, rows: CardRow[]): Promise<CardRecord[]> {
  const [first] = rows;
  const county = rows.length === 1 ? first?.county.id : undefined;
  const book = await rulebookOf(reader, season.rulebookId);
  const todays = new Map(
    (await scoreFacts(reader, actor, { year: season.year, county })).map((one) => [one.county.id, one]),
  );
  const of = await partsOf(
    reader,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => recordOf({ actor, season, book, todays }, row, of(row.id)));
}

/** The cards of a season that this person sees. */
export const seasonRecords = async (reader: Reader, actor: Actor, season: SeasonRow): Promise<CardRecord[]> =>
  recordsOf(reader, actor, season, await cardRows(reader, actor, Prisma.sql`c.season_id = ${season.id}::uuid`));

/** One card; null: it is not there for this person. */
export async function cardRecord(reader: Reader, actor: Actor, id: string): Promise<CardRecord | null> {
  const [row] = await cardRows(reader, actor, Prisma.sql`c.id = ${id}::uuid`);
  const [season] = row ? await seasonRows(reader, actor, Prisma.sql`s.id = ${row.seasonId}::uuid`) : [];
  if (!row || !season) return null;
  return (await recordsOf(reader, actor, season, [row]))[0] ?? null;
}
