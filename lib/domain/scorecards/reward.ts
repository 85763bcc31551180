import type { CalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import type { Money } from '../kernel/money';
import { portionsOf } from '../kernel/portions';
import { type Reason, reason } from '../kernel/result';
import type { Scoring } from '../rulebook/schema-scoring';
import type { ScoreFacts } from './facts';
import { completedCompounds } from './measures/works';
import type { SeasonState } from './season/types';
import type { Points } from './sheet';

/** What of a county's final result the reward looks at. */
export interface RewardFacts {
  countyId: string;
  grade: string;
  total: Points;
  /** compounds, by the facts that were frozen */
  completed: number;
}

export interface RewardClaim extends RewardFacts {
  /** of the grade; 0: it has none, and takes no part */
  weight: number;
  /** weight × total × completed, in hundredths as the total is */
  claim: bigint;
}

/** 完成小区数 of a snapshot: what 目标任务完成率 counts. */
export const completedOf = (frozen: ScoreFacts): number => completedCompounds(frozen).filter(({ met }) => met).length;

/** 等次权重 × 考核总分 × 完成小区数 (决定/奖励分配): whole numbers, exact. */
export const claimOf = ({ weight, total, completed }: Pick<RewardClaim, 'weight' | 'total' | 'completed'>): bigint =>
  BigInt(weight) * BigInt(total) * BigInt(completed);

/** What each county claims; one whose grade has no weight claims nothing. */
export function claimsOf(counties: readonly RewardFacts[], { reward }: Pick<Scoring, 'reward'>): RewardClaim[] {
  return counties.map((county) => {
    const weight = reward.weights.find(({ grade }) => grade === county.grade)?.weight ?? 0;
    return { ...county, weight, claim: claimOf({ ...county, weight }) };
  });
}

export const claimsTogether = (claims: readonly Pick<RewardClaim, 'claim'>[]): bigint =>
  claims.reduce((sum, { claim }) => sum + claim, 0n);

/**
 * The suggestion: the money in proportion to the claims, to the fen, the fen that are left to the largest remainders. Who claims nothing gets nothing; where
 * nobody does, nothing is divided.
 */
export function splitOf(amount: Money, claims: readonly RewardClaim[]): Map<string, Money> {
  // each claim as large as the whole sum could be: portionsOf gives nobody more than was claimed
  const { parts } = portionsOf(
    amount,
    claims.map(({ countyId, claim }) => ({ id: countyId, gap: claim * amount })),
  );
  return new Map(claims.map(({ countyId }) => [countyId, parts.get(countyId) ?? 0n]));
}

interface Entry {
  status: SeasonState;
  claims: readonly RewardClaim[];
  documentNo: string | null;
  documentOn: CalendarDate | null;
  today: CalendarDate;
}

/** 登记奖励资金: of a season that is over, in which somebody earned something; a document has number and date. */
export function againstReward({ status, claims, documentNo, documentOn, today }: Entry): Reason[] {
  const clause = '决定/奖励分配';
  const isFinal = status === 'closed';
  const half = (documentNo === null) !== (documentOn === null);
  const missing = documentNo === null ? 'documentNo' : 'documentOn';
  return [
    ...(isFinal ? [] : [reason('scoreReward.notFinal', undefined, { clause })]),
    ...(isFinal && claimsTogether(claims) === 0n ? [reason('scoreReward.nobody', undefined, { clause })] : []),
    ...(half ? [reason('scoreReward.document', undefined, { field: missing })] : []),
    ...(documentOn !== null && documentOn > today
      ? [reason('season.documentInFuture', { found: documentOn, expected: today }, { field: 'documentOn' })]
      : []),
  ];
}

interface Share {
  county: { id: string };
  /** yuan; null: no money was entered yet */
  amount: string | null;
}

/** The lines that a batch of the reward begins with: of every county whose share is above 0. One of a good grade that completed nothing has none. */
export const batchLinesOf = (shares: readonly Share[]): { countyId: string; reward: true; amount: string }[] =>
  shares.flatMap(({ county, amount }) =>
    amount !== null && (parseHundredths(amount) ?? 0n) > 0n ? [{ countyId: county.id, reward: true, amount }] : [],
  );
