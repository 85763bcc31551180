import 'server-only';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { columnsOf } from '@/lib/domain/scorecards/columns';
import { hundredthsOf } from '@/lib/domain/scorecards/score';
import type { SanctionAnswer, ScorecardAnswer, VetoAnswer } from '@/lib/domain/scorecards/season/answers';
import { isVetoed } from '@/lib/domain/scorecards/season/card';
import { groupsOf, totalAnswerOf, totalsOf } from '@/lib/domain/scorecards/season/groups';
import { isOver } from '@/lib/domain/scorecards/season/overdue';
import { mayOn } from '@/lib/domain/scorecards/season/seen';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { type CardRecord, cardRecord } from './records';
import { type SanctionRow, sanctionsOf, seasonAnswerOf } from './season-rows';

const checksOf = (reader: Reader, id: string) => reader.$queryRaw<ScorecardAnswer['siteChecks']>`
  SELECT k.id, k.criterion, k.checked_on::text AS "checkedOn", k.place, k.participants, k.found, k.body, ${instant('k.created_at')} AS at, anju_name_of(k.created_by) AS by,
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) ORDER BY f.id), '[]'::json) FROM score_site_photo p JOIN stored_file f ON f.id = p.file_id
      WHERE p.check_id = k.id) AS photos
  FROM score_site_check k WHERE k.scorecard_id = ${id}::uuid ORDER BY k.checked_on DESC, k.id DESC`;

const eventsOf = (reader: Reader, id: string) => reader.$queryRaw<ScorecardAnswer['events']>`
  SELECT e.id, e.kind, e.criterion, e.words, ${instant('e.created_at')} AS at, e.actor AS by FROM score_event e
  WHERE e.scorecard_id = ${id}::uuid ORDER BY e.created_at DESC, e.id DESC LIMIT 2000`;

const snapshotsOf = (reader: Reader, id: string) => reader.$queryRaw<ScorecardAnswer['snapshots']>`
  SELECT n.no, ${instant('n.taken_at')} AS "takenAt", n.hash, n.hash = receipt_hash(n.content, n.taken_at) AS matches, anju_name_of(n.taken_by) AS by
  FROM score_snapshot n WHERE n.scorecard_id = ${id}::uuid ORDER BY n.no DESC`;

export function gradeNamed(book: Rulebook, code: string): { code: string; name: string; nameEn: string } {
  const grade = book.scorecard.grades.find((one) => one.code === code);
  return { code, name: grade?.name ?? code, nameEn: grade?.nameEn ?? code };
}

export function sanctionAnswerOf(book: Rulebook, { kind, ...row }: SanctionRow): SanctionAnswer {
  const known = scoringOf(book).sanctions.find(({ code }) => code === kind);
  return { ...row, kind: { code: kind, name: known?.name ?? kind, nameEn: known?.nameEn ?? kind } };
}

/** Each ground of the template: what the card's facts say for it, and what was decided. */
function vetoAnswers({ facts, book, parts }: CardRecord): VetoAnswer[] {
  return vetoRisks(facts, book).map(({ code, name, nameEn, clause, standing, peopleOnly, evidence }) => {
    const found = parts.vetoes.find(({ ground }) => ground === code);
    const decided = found && (({ ground: _, version: __, ...decision }) => decision)(found);
    return {
      ...{ ground: code, name, nameEn, clause, standing, peopleOnly, evidence },
      decision: decided ?? null,
      version: found?.version ?? 0,
    };
  });
}

export const resultOf = ({ row: { result }, book }: CardRecord): ScorecardAnswer['result'] =>
  result && { total: result.total, rank: result.rank, grade: gradeNamed(book, result.grade) };

/** The whole record of a card, as far as this person may see it. */
export async function scorecardDetail(reader: Reader, actor: Actor, id: string): Promise<ScorecardAnswer | null> {
  const record = await cardRecord(reader, actor, id);
  if (!record) return null;
  const { row, season, book, parts, facts, card, today, columns, seen } = record;
  const sanctions = await sanctionsOf(reader, actor, season.id, row.county.id);
  const { submissions: _, claims: _____, reviewedOn: __, seasonId: ___, result: ____, ...told } = row;
  const inProofs = (bonusId: string) => parts.proofs.filter((proof) => proof.bonusId === bonusId);
  return {
    ...told,
    season: seasonAnswerOf(season),
    overdue: row.status === 'open' && isOver(season),
    may: mayOn(actor.role, { ...season, status: row.status, disputeUntil: row.disputeUntil }),
    factsOn: facts.today,
    noTarget: card.sheet.noTarget,
    snapshots: await snapshotsOf(reader, id),
    totals: totalsOf(columns, seen),
    today: totalAnswerOf(columnsOf(today, book, { lines: [], bonus: [], vetoed: isVetoed(card) }).computed),
    groups: groupsOf({ card, today, columns, seen, ...parts }),
    bonusCap: hundredthsOf(book.scorecard.bonus.cap),
    bonus: parts.bonus.map(({ decision, ...one }) => ({
      ...{ ...one, decision: seen.review ? decision : null, proofs: inProofs(one.id) },
    })),
    vetoes: vetoAnswers(record),
    vetoed: isVetoed(card),
    siteChecks: await checksOf(reader, id),
    disputes: parts.disputes,
    sanctions: sanctions.map((one) => sanctionAnswerOf(book, one)),
    events: await eventsOf(reader, id),
    result: resultOf(record),
  };
}
