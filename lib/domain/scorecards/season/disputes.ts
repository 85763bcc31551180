import { addDays, type CalendarDate } from '../../kernel/calendar-date';
import { type Reason, reason } from '../../kernel/result';
import { scoringOf } from '../../rulebook/rulebook';
import type { Rulebook } from '../../rulebook/schema';
import type { Points } from '../sheet';
import { type Card, criterionOf } from './card';
import { abovePoints, notReviewed, spoken, unknownCriterion } from './steps';
import type { DisputeState } from './types';

const clause = '决定/复核异议';

/** The last day on which the county may dispute: the days are counted from the one after the review was completed. */
export const disputeUntil = (reviewedOn: CalendarDate, book: Rulebook): CalendarDate =>
  addDays(reviewedOn, scoringOf(book).disputeDays);

/** Met up to the end of its day. */
export const canDispute = (until: CalendarDate | null, today: CalendarDate): boolean =>
  until !== null && today <= until;

interface Disputing {
  criterion: string;
  until: CalendarDate | null;
  today: CalendarDate;
  /** one on the same criterion waits for its answer */
  isOpen: boolean;
}

/** 提出异议: of a criterion, after the review and within the limit, one at a time. */
export function againstDispute(
  card: Pick<Card, 'status' | 'sheet'>,
  { criterion, until, today, isOpen }: Disputing,
): Reason[] {
  const step = notReviewed(card.status);
  const isOver = step.length === 0 && until !== null && !canDispute(until, today);
  return [
    ...step,
    ...(isOver ? [reason('season.disputeOver', { found: today, expected: until }, { clause })] : []),
    ...(criterionOf(card, criterion) ? [] : unknownCriterion(criterion)),
    ...(isOpen ? [reason('season.disputedAlready', { id: criterion }, { field: 'criterion', clause })] : []),
  ];
}

interface Answering {
  status: DisputeState;
  criterion: string;
  upheld: boolean;
  points: Points | null;
  /** what the review gave */
  given: Points;
}

/** 答复异议: upheld with other points, or dismissed. */
export function againstDisputeAnswer(
  card: Pick<Card, 'status' | 'sheet'>,
  { status, criterion, upheld, points, given }: Answering,
): Reason[] {
  const found = criterionOf(card, criterion);
  const field = 'points';
  return [
    ...notReviewed(card.status),
    ...(status === 'open' ? [] : [reason('season.disputeAnswered', undefined, { clause })]),
    ...(upheld && points === null ? [reason('season.upheldPointsMissing', undefined, { field, clause })] : []),
    ...(!upheld && points !== null ? [reason('season.dismissedWithPoints', undefined, { field, clause })] : []),
    ...(upheld && points === given ? [reason('season.upheldSame', { found: spoken(given) }, { field, clause })] : []),
    ...(found ? abovePoints(points, found) : unknownCriterion(criterion)),
  ];
}
