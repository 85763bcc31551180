import type { Rulebook } from '../../rulebook/schema';
import { type BonusPoints, type Columns, columnsOf, type ScoreStage } from '../columns';
import { criteriaOf } from '../score';
import type { CriterionScore, Points, ScoreSheet } from '../sheet';
import type { CardState, VetoVerdict } from './types';

/** A line that stands: what was replaced is history, and counts nowhere. */
export interface CardLine {
  criterion: string;
  stage: ScoreStage;
  points: Points | null;
  reason: string | null;
}

export interface CardOpinion {
  criterion: string;
  agrees: boolean;
  points: Points | null;
  reason: string | null;
}

export interface CardBonus {
  id: string;
  title: string;
  claimed: Points;
  /** null: not decided yet */
  approved: Points | null;
  /** 支撑材料 that stand */
  proofs: number;
}

export interface CardVeto {
  ground: string;
  verdict: VetoVerdict;
}

/** A card as its rules look at it; `sheet` is that of the facts as they were frozen, of today's while it is open. */
export interface Card {
  status: CardState;
  book: Rulebook;
  sheet: ScoreSheet;
  lines: readonly CardLine[];
  opinions: readonly CardOpinion[];
  bonus: readonly CardBonus[];
  vetoes: readonly CardVeto[];
  /** criteria with a proof that stands */
  proved: ReadonlySet<string>;
}

export const criterionOf = ({ sheet }: Pick<Card, 'sheet'>, id: string): CriterionScore | undefined =>
  criteriaOf(sheet).find((one) => one.id === id);

export const lineOf = ({ lines }: Pick<Card, 'lines'>, criterion: string, stage: ScoreStage): CardLine | undefined =>
  lines.find((line) => line.criterion === criterion && line.stage === stage);

export const isVetoed = ({ vetoes }: Pick<Card, 'vetoes'>): boolean =>
  vetoes.some(({ verdict }) => verdict === 'applies');

/** Claimed by the county, and as far as decided approved in the review. */
const bonusPoints = ({ bonus }: Pick<Card, 'bonus'>): BonusPoints[] =>
  bonus.flatMap(({ claimed, approved }) => [
    { stage: 'self' as const, points: claimed },
    ...(approved === null ? [] : [{ stage: 'review' as const, points: approved }]),
  ]);

/** 记录、自评、复核、审议 of a card. */
export const columnsOfCard = (card: Omit<Card, 'opinions' | 'proved' | 'status'>): Columns =>
  columnsOf(card.sheet, card.book, { lines: card.lines, bonus: bonusPoints(card), vetoed: isVetoed(card) });

/** What the county gives itself, for the eye. */
export const selfPoints = (card: Pick<Card, 'lines'>, criterion: CriterionScore): Points =>
  lineOf(card, criterion.id, 'self')?.points ?? criterion.value;

/** Points that say what the records say are kept as such: the records are exact, and points only two places. */
export const kept = (points: Points | null, { value }: CriterionScore): Points | null =>
  points === value ? null : points;

/** What a stage leaves as the one before gave it, in the words of a line. */
export const asBefore = (card: Pick<Card, 'lines'>, criterion: string, stages: readonly ScoreStage[]): Points | null =>
  stages.map((stage) => lineOf(card, criterion, stage)).find((line) => line !== undefined)?.points ?? null;
