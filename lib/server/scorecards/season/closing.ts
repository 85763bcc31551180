import 'server-only';
import type { ScorecardAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { asBefore, criterionOf, isVetoed, kept } from '@/lib/domain/scorecards/season/card';
import {
  againstDeliberating,
  againstDeliberation,
  againstFinal,
  type CountyCard,
  ranksOf,
} from '@/lib/domain/scorecards/season/closing';
import type { DeliberationInput, FinalInput, LineInput } from '@/lib/domain/scorecards/season/schema';
import { undecidedOf } from '@/lib/domain/scorecards/season/vetoes';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, happened, held, overtaken, paperOf, touched, type Which } from './held';
import { lineNow, writeLine } from './lines';
import { type CardRecord, seasonRecords } from './records';
import { heldSeason, seasonAnswered } from './season-held';
import type { SeasonRow } from './season-rows';

/** 审议一项. The version is that of the line, 0 where the deliberation said nothing of it yet. */
export async function deliberateCriterion(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: LineInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { card, parts, columns } = found.value;
  const { criterion: id, points, reason: why } = input;
  const now = lineNow(parts, id, 'deliberation');
  const late = overtaken(now, which.version, input);
  if (late) return late;
  const given = columns.review.values.get(id) ?? 0;
  const reasons = againstDeliberating(card, { criterion: id, points, reason: why, given });
  if (reasons.length > 0) return refused(reasons);
  const criterion = criterionOf(card, id);
  const asReview = asBefore(card, id, ['review', 'self']);
  const own = points === null || points === given ? asReview : criterion ? kept(points, criterion) : points;
  const line = { criterion: id, stage: 'deliberation', origin: 'deliberation', points: own, reason: why } as const;
  const version = await writeLine(tx, actor, which.id, line, now);
  await touched(tx, which.id);
  return answered(tx, actor, which.id, { version });
}

const countyCardOf = ({ row, parts, facts, book, card }: CardRecord): CountyCard => ({
  name: row.county.name,
  status: row.status,
  disputesOpen: parts.disputes.filter(({ status }) => status === 'open').length,
  disputeUntil: row.disputeUntil,
  undecided: undecidedOf(vetoRisks(facts, book), card.vetoes).map(({ name }) => name),
});

interface Cards {
  season: SeasonRow;
  records: CardRecord[];
}

/** The season and all its cards behind their locks. */
async function allHeld(tx: Tx, actor: Actor, which: Which, sent: object): Promise<Answer<Cards>> {
  const found = await heldSeason(tx, actor, which, sent);
  if (!found.ok) return found;
  const season = found.value;
  await tx.$queryRaw`SELECT id FROM scorecard WHERE season_id = ${which.id}::uuid ORDER BY id FOR UPDATE`;
  return done({ season, records: await seasonRecords(tx, actor, season) });
}

/** 形成初评意见: all counties at once, from what the review and the deliberation's own lines say. */
export async function deliberate(
  tx: Tx,
  actor: Actor,
  which: Which,
  { opinion }: DeliberationInput,
): Promise<Answer<SeasonDetail>> {
  const found = await allHeld(tx, actor, which, { opinion });
  if (!found.ok) return found;
  const { season, records } = found.value;
  const reasons = againstDeliberation({
    ...{ status: season.status, isDeliberated: season.deliberatedOn !== null, today: season.today },
    cards: records.map(countyCardOf),
  });
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`UPDATE scorecard SET status = 'deliberated', version = version + 1 WHERE season_id = ${which.id}::uuid`;
  await tx.$executeRaw`
    UPDATE score_season SET deliberation = ${opinion}, deliberated_by = ${actor.accountId}::uuid, deliberated_at = anju_now(), version = version + 1 WHERE id = ${which.id}::uuid`;
  for (const { row } of records) await happened(tx, actor, row.id, { kind: 'deliberated' });
  return seasonAnswered(tx, actor, which.id);
}

/** Total, grade and place of each county, written once. */
async function writeResults(tx: Tx, actor: Actor, records: readonly CardRecord[], words: string): Promise<void> {
  const results = records.map(({ row, card, columns: { deliberation } }) => ({
    ...{ id: row.id, total: deliberation.total, grade: deliberation.grade.code, vetoed: isVetoed(card) },
  }));
  const ranks = ranksOf(results);
  for (const { id, total, grade, vetoed } of results) {
    await tx.$executeRaw`
      UPDATE scorecard SET status = 'final', total = ${total}::int, grade = ${grade}, rank = ${ranks.get(id) ?? 1}::int, vetoed = ${vetoed}, version = version + 1 WHERE id = ${id}::uuid`;
    await happened(tx, actor, id, { kind: 'final', words });
  }
}

/** 定稿 with number and date of the prefecture government's consent: every card at once, and the season is over. */
export async function closeSeason(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: FinalInput,
): Promise<Answer<SeasonDetail>> {
  const found = await allHeld(tx, actor, which, input);
  if (!found.ok) return found;
  const { season, records } = found.value;
  const { documentNo, documentOn } = input;
  const { status, deliberatedOn, today } = season;
  const reasons = againstFinal({ status, deliberatedOn, documentNo, documentOn, today });
  if (reasons.length > 0) return refused(reasons);
  const file = await paperOf(tx, input.fileId);
  if (!file.ok) return file;
  await writeResults(tx, actor, records, documentNo ?? '');
  await tx.$executeRaw`
    UPDATE score_season SET status = 'closed', consent_no = ${documentNo}, consent_on = ${documentOn}::date, consent_file_id = ${file.value?.id ?? null}::uuid,
      consent_file_sha256 = ${file.value?.sha256 ?? null}, closed_by = ${actor.accountId}::uuid, closed_at = anju_now(), version = version + 1 WHERE id = ${which.id}::uuid`;
  return seasonAnswered(tx, actor, which.id);
}
