import 'server-only';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import type { BonusAnswer, DisputeAnswer, ProofAnswer, VetoAnswer } from '@/lib/domain/scorecards/season/answers';
import type { LineRow, OpinionRow } from '@/lib/domain/scorecards/season/groups';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { fileOf } from './season-rows';

type OfCard<T> = T & { card: string };
export type BonusRow = Omit<BonusAnswer, 'proofs'>;
export type VetoRow = NonNullable<VetoAnswer['decision']> & { ground: string; version: number };

/** What people wrote in cards: as far as the wall shows it to this person. */
export interface Parts {
  lines: LineRow[];
  proofs: ProofAnswer[];
  opinions: OpinionRow[];
  bonus: BonusRow[];
  vetoes: VetoRow[];
  disputes: DisputeAnswer[];
  siteChecks: number;
  /** the facts of the last submission */
  frozen: ScoreFacts | null;
}

const linesOf = (reader: Reader, ids: string[]) => reader.$queryRaw<OfCard<LineRow>[]>`
  SELECT l.scorecard_id AS card, l.id, l.criterion, l.stage, l.origin, l.points, l.reason, l.version, ${instant('l.updated_at')} AS at, anju_name_of(l.updated_by) AS by,
    ${instant('l.replaced_at')} AS "replacedAt"
  FROM score_line l WHERE l.scorecard_id = ANY(${ids}::uuid[]) ORDER BY l.replaced_at DESC NULLS FIRST, l.id`;

const proofsOf = (reader: Reader, ids: string[]) => reader.$queryRaw<OfCard<ProofAnswer>[]>`
  SELECT p.scorecard_id AS card, p.id, p.criterion, p.bonus_id AS "bonusId", p.title, p.note, ${fileOf('f')} AS file, ${instant('p.created_at')} AS at, anju_name_of(p.created_by) AS by,
    CASE WHEN p.retired_at IS NOT NULL THEN json_build_object('at', ${instant('p.retired_at')}, 'reason', p.retired_reason) END AS retired
  FROM score_proof p JOIN stored_file f ON f.id = p.file_id WHERE p.scorecard_id = ANY(${ids}::uuid[]) ORDER BY p.created_at, p.id`;

/** Of the submission that lies there: an opinion on figures that were given back counts no more. */
const opinionsOf = (reader: Reader, actor: Actor, ids: string[]) => reader.$queryRaw<OfCard<OpinionRow>[]>`
  SELECT o.scorecard_id AS card, o.id, o.criterion, o.body, o.agrees, o.points, o.reason, o.reviewer_id = ${actor.accountId}::uuid AS mine, o.version, ${instant('o.updated_at')} AS at,
    anju_name_of(o.reviewer_id) AS by
  FROM score_opinion o JOIN scorecard c ON c.id = o.scorecard_id AND c.submissions = o.submission AND c.status <> 'open'
  WHERE o.scorecard_id = ANY(${ids}::uuid[]) ORDER BY array_position(ARRAY['housing', 'drc', 'finance'], o.body), o.created_at, o.id`;

const bonusOf = (reader: Reader, ids: string[]) => reader.$queryRaw<OfCard<BonusRow>[]>`
  SELECT b.scorecard_id AS card, b.id, b.title, b.what, b.claimed, b.version,
    CASE WHEN b.decided_at IS NOT NULL THEN json_build_object('points', b.approved, 'reason', b.decision_reason, 'at', ${instant('b.decided_at')}, 'by', anju_name_of(b.decided_by)) END AS decision,
    CASE WHEN b.retired_at IS NOT NULL THEN json_build_object('at', ${instant('b.retired_at')}, 'reason', b.retired_reason) END AS retired
  FROM score_bonus b WHERE b.scorecard_id = ANY(${ids}::uuid[]) ORDER BY b.created_at, b.id`;

const vetoesOf = (reader: Reader, ids: string[]) => reader.$queryRaw<OfCard<VetoRow>[]>`
  SELECT v.scorecard_id AS card, v.ground, v.verdict, v.reason, v.document_no AS "documentNo", ${fileOf('f')} AS file, v.evidence, ${instant('v.decided_at')} AS at,
    anju_name_of(v.decided_by) AS by, v.version
  FROM score_veto v LEFT JOIN stored_file f ON f.id = v.file_id WHERE v.scorecard_id = ANY(${ids}::uuid[]) ORDER BY v.ground`;

const disputesOf = (reader: Reader, ids: string[]) => reader.$queryRaw<OfCard<DisputeAnswer>[]>`
  SELECT d.scorecard_id AS card, d.id, d.criterion, d.reasons, ${fileOf('f')} AS file, d.status, d.answer, d.points, ${instant('d.created_at')} AS at, anju_name_of(d.created_by) AS by,
    ${instant('d.answered_at')} AS "answeredAt", anju_name_of(d.answered_by) AS "answeredBy", d.version
  FROM score_dispute d LEFT JOIN stored_file f ON f.id = d.file_id WHERE d.scorecard_id = ANY(${ids}::uuid[]) ORDER BY d.created_at DESC, d.id`;

const frozenOf = (reader: Reader, ids: string[]) => reader.$queryRaw<{ card: string; content: ScoreFacts }[]>`
  SELECT n.scorecard_id AS card, n.content FROM score_snapshot n JOIN scorecard c ON c.id = n.scorecard_id AND c.submissions = n.no AND c.status <> 'open'
  WHERE n.scorecard_id = ANY(${ids}::uuid[])`;

const checksOf = (reader: Reader, ids: string[]) => reader.$queryRaw<{ card: string; count: number }[]>`
  SELECT k.scorecard_id AS card, count(*)::int AS count FROM score_site_check k WHERE k.scorecard_id = ANY(${ids}::uuid[]) GROUP BY k.scorecard_id`;

/** One reading per table, of one card or of all. */
export async function partsOf(reader: Reader, actor: Actor, ids: string[]): Promise<(card: string) => Parts> {
  const lines = await linesOf(reader, ids);
  const proofs = await proofsOf(reader, ids);
  const opinions = await opinionsOf(reader, actor, ids);
  const bonus = await bonusOf(reader, ids);
  const vetoes = await vetoesOf(reader, ids);
  const disputes = await disputesOf(reader, ids);
  const frozen = await frozenOf(reader, ids);
  const checks = await checksOf(reader, ids);
  return (card) => {
    const own = <T extends { card: string }>(rows: T[]) =>
      rows.filter((row) => row.card === card).map(({ card: _, ...row }) => row);
    return {
      ...{ lines: own(lines), proofs: own(proofs), opinions: own(opinions), bonus: own(bonus) },
      ...{ vetoes: own(vetoes), disputes: own(disputes) },
      siteChecks: checks.find((one) => one.card === card)?.count ?? 0,
      frozen: frozen.find((one) => one.card === card)?.content ?? null,
    };
  };
}
