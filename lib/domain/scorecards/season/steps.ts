import { type Reason, reason } from '../../kernel/result';
import type { CriterionScore, Points } from '../sheet';
import type { CardState } from './types';

export const POLICY = 'P四(四)4';

/** Only while the card lies with the county. */
export const notWithCounty = (status: CardState): Reason[] =>
  status === 'open' ? [] : [reason('season.submittedAlready', undefined, { clause: POLICY })];

/** Only between the submission and the end of the review. */
export function notInReview(status: CardState): Reason[] {
  if (status === 'submitted') return [];
  return [reason(status === 'open' ? 'season.notSubmitted' : 'season.reviewedAlready', undefined, { clause: POLICY })];
}

/** Only between the end of the review and the deliberation. */
export function notReviewed(status: CardState): Reason[] {
  if (status === 'reviewed') return [];
  const early = status === 'open' || status === 'submitted';
  return [reason(early ? 'season.notReviewed' : 'season.deliberatedAlready', undefined, { clause: POLICY })];
}

/** From the submission to the deliberation: what may be found until then. */
export function notUnderWay(status: CardState): Reason[] {
  if (status === 'submitted' || status === 'reviewed') return [];
  return [
    reason(status === 'open' ? 'season.notSubmitted' : 'season.deliberatedAlready', undefined, { clause: POLICY }),
  ];
}

export const unknownCriterion = (id: string): Reason[] => [
  reason('season.criterionUnknown', { found: id }, { field: 'criterion' }),
];

export const spoken = (points: Points): string =>
  `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;

/** No criterion gives more than its points. */
export const abovePoints = (points: Points | null, { id, points: most }: CriterionScore): Reason[] =>
  points !== null && points > most
    ? [
        reason(
          'season.pointsAbove',
          { id, found: spoken(points), expected: spoken(most) },
          { field: 'points', clause: '附件' },
        ),
      ]
    : [];
