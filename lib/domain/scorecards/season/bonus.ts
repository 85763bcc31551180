import { type Reason, reason } from '../../kernel/result';
import type { Rulebook } from '../../rulebook/schema';
import { hundredthsOf } from '../score';
import type { Points } from '../sheet';
import { notInReview, notWithCounty, spoken } from './steps';
import type { CardState } from './types';

const clause = '附件/加分';
const field = 'points';

/** 申报加分: something, and no more than the template gives for all of them. */
export function againstBonus(
  { status, book }: { status: CardState; book: Rulebook },
  { points }: { points: Points },
): Reason[] {
  const cap = hundredthsOf(book.scorecard.bonus.cap);
  return [
    ...notWithCounty(status),
    ...(points === 0 ? [reason('season.bonusZero', undefined, { field, clause })] : []),
    ...(points > cap
      ? [reason('season.bonusAboveCap', { found: spoken(points), expected: spoken(cap) }, { field, clause })]
      : []),
  ];
}

interface Deciding {
  claimed: Points;
  isRetired: boolean;
  points: Points;
  reason: string | null;
}

/** 核定加分: never more than was claimed; less only with a reason. */
export function againstBonusDecision(
  status: CardState,
  { claimed, isRetired, points, reason: why }: Deciding,
): Reason[] {
  const said = { found: spoken(points), expected: spoken(claimed) };
  return [
    ...notInReview(status),
    ...(isRetired ? [reason('season.retiredAlready')] : []),
    ...(points > claimed ? [reason('season.bonusAboveClaimed', said, { field, clause })] : []),
    ...(points < claimed && why === null
      ? [reason('season.bonusReasonMissing', said, { field: 'reason', clause })]
      : []),
  ];
}
