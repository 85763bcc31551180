import type { CalendarDate } from '../../kernel/calendar-date';
import { type Reason, reason } from '../../kernel/result';
import { criteriaOf } from '../score';
import type { CriterionScore, Points } from '../sheet';
import { type Card, type CardOpinion, criterionOf, lineOf, selfPoints } from './card';
import { abovePoints, notInReview, notUnderWay, POLICY, spoken, unknownCriterion } from './steps';
import type { CardState } from './types';

/** 复核意见: agrees with the county, or gives other points and says why. What only the review awards, it always explains. */
export function againstOpinion(card: Pick<Card, 'status' | 'sheet'>, opinion: CardOpinion): Reason[] {
  const { agrees, points, reason: why } = opinion;
  const criterion = criterionOf(card, opinion.criterion);
  const mustExplain = !agrees || criterion?.proof === 'review';
  return [
    ...notInReview(card.status),
    ...(criterion ? abovePoints(points, criterion) : unknownCriterion(opinion.criterion)),
    ...(agrees && points !== null ? [reason('season.agreesWithPoints', undefined, { field: 'points' })] : []),
    ...(!agrees && points === null ? [reason('season.opinionPointsMissing', undefined, { field: 'points' })] : []),
    ...(mustExplain && why === null ? [reason('season.opinionReasonMissing', undefined, { field: 'reason' })] : []),
  ];
}

const pointsOf = (card: Pick<Card, 'lines'>, criterion: CriterionScore, opinion: CardOpinion): Points =>
  opinion.points ?? selfPoints(card, criterion);

/** line: decided. agreed: all opinions say the same. split: they do not, and nobody decided. none: nobody said anything yet. */
export type Outcome =
  | { kind: 'line' }
  | { kind: 'agreed'; points: Points; reason: string | null }
  | { kind: 'split'; points: Points[] }
  | { kind: 'none' };

/** How far the review of a criterion has come. */
export function outcomeOf(card: Pick<Card, 'lines' | 'opinions'>, criterion: CriterionScore): Outcome {
  if (lineOf(card, criterion.id, 'review')) return { kind: 'line' };
  const own = card.opinions.filter((opinion) => opinion.criterion === criterion.id);
  const points = [...new Set(own.map((opinion) => pointsOf(card, criterion, opinion)))].sort((a, b) => a - b);
  const [first] = points;
  if (first === undefined) return { kind: 'none' };
  if (points.length > 1) return { kind: 'split', points };
  const words = [...new Set(own.flatMap(({ reason: why }) => (why === null ? [] : [why])))];
  return { kind: 'agreed', points: first, reason: words.length > 0 ? words.join('；').slice(0, 1_000) : null };
}

export const outcomesOf = (card: Pick<Card, 'lines' | 'opinions' | 'sheet'>): [CriterionScore, Outcome][] =>
  criteriaOf(card.sheet).map((criterion) => [criterion, outcomeOf(card, criterion)]);

interface Decision {
  criterion: string;
  /** null: as the county gave itself */
  points: Points | null;
  reason: string | null;
}

/** 核定一项: other points than the county's, a choice between opinions, and what only the review awards need a reason. */
export function againstDecision(card: Card, { criterion: id, points, reason: why }: Decision): Reason[] {
  const criterion = criterionOf(card, id);
  if (!criterion) return [...notInReview(card.status), ...unknownCriterion(id)];
  const self = selfPoints(card, criterion);
  const without = { lines: card.lines.filter(({ stage }) => stage !== 'review'), opinions: card.opinions };
  const isSplit = outcomeOf(without, criterion).kind === 'split';
  const mustExplain = (points !== null && points !== self) || isSplit || criterion.proof === 'review';
  const said = { id, found: spoken(points ?? self), expected: spoken(self) };
  return [
    ...notInReview(card.status),
    ...abovePoints(points, criterion),
    ...(mustExplain && why === null
      ? [reason('season.decisionReasonMissing', said, { field: 'reason', clause: '附件' })]
      : []),
  ];
}

/** Criteria of which nobody said anything: what `accept the rest` is about. */
export const restOf = (card: Card): CriterionScore[] =>
  outcomesOf(card).flatMap(([criterion, { kind }]) => (kind === 'none' ? [criterion] : []));

export const againstRest = (card: Card): Reason[] => [
  ...notInReview(card.status),
  ...(card.status === 'submitted' && restOf(card).length === 0 ? [reason('season.nothingLeft')] : []),
];

const ids = (criteria: readonly CriterionScore[]): string => criteria.map(({ id }) => id).join('、');

/** 复核完成: each criterion has its points, no difference is left undecided, and every bonus entry is decided. */
export function againstCompleting(card: Card): Reason[] {
  const step = notInReview(card.status);
  if (step.length > 0) return step;
  const outcomes = outcomesOf(card);
  const of = (wanted: Outcome['kind']) =>
    outcomes.flatMap(([criterion, { kind }]) => (kind === wanted ? [criterion] : []));
  const [open, split] = [of('none'), of('split')];
  return [
    ...(open.length > 0
      ? [reason('season.criteriaOpen', { count: open.length, names: ids(open) }, { clause: POLICY })]
      : []),
    ...(split.length > 0
      ? [reason('season.undecided', { count: split.length, names: ids(split) }, { clause: POLICY })]
      : []),
    ...card.bonus
      .filter(({ approved }) => approved === null)
      .map(({ title }) => reason('season.bonusUndecided', { name: title }, { clause: '附件/加分' })),
  ];
}

/** 退回 for correction, only before the review is completed. */
export const againstReturning = ({ status }: { status: CardState }): Reason[] => notInReview(status);

interface SiteCheck {
  criterion: string | null;
  checkedOn: CalendarDate;
  today: CalendarDate;
}

/** 实地抽查, of a criterion or of the whole county. */
export function againstSiteCheck(
  card: Pick<Card, 'status' | 'sheet'>,
  { criterion, checkedOn, today }: SiteCheck,
): Reason[] {
  return [
    ...notUnderWay(card.status),
    ...(criterion !== null && !criterionOf(card, criterion) ? unknownCriterion(criterion) : []),
    ...(checkedOn > today
      ? [reason('season.checkedInFuture', { found: checkedOn, expected: today }, { field: 'checkedOn' })]
      : []),
  ];
}
