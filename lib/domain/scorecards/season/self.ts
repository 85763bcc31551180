import { type Reason, reason } from '../../kernel/result';
import type { CriterionScore, Points } from '../sheet';
import { type Card, type CardLine, criterionOf, selfPoints } from './card';
import { abovePoints, notWithCounty, POLICY, spoken, unknownCriterion } from './steps';
import type { CardState } from './types';

/** 4.4 and its like are the review's to award (决定/复核核定). */
const onlyReviewAwards = ({ id, proof }: CriterionScore, points: Points | null): Reason[] =>
  proof === 'review' && points !== null && points > 0
    ? [reason('season.reviewOnly', { id }, { field: 'points', clause: '决定/复核核定' })]
    : [];

/** What the records can say and the county says otherwise, it says why; where only people can say, its proof says it. */
const unexplained = ({ id, value, formula }: CriterionScore, { points, reason: why }: SelfWords): Reason[] => {
  const differs = formula.kind !== 'attested' && points !== null && points !== value;
  return differs && why === null
    ? [
        reason(
          'season.reasonMissing',
          { id, found: spoken(points), expected: spoken(value) },
          { field: 'reason', clause: '附件' },
        ),
      ]
    : [];
};

type SelfWords = Pick<CardLine, 'points' | 'reason'>;

const againstWords = (criterion: CriterionScore, words: SelfWords): Reason[] => [
  ...onlyReviewAwards(criterion, words.points),
  ...abovePoints(words.points, criterion),
  ...(criterion.proof === 'review' ? [] : unexplained(criterion, words)),
];

/** 自评一项. */
export function againstSelf(card: Pick<Card, 'status' | 'sheet'>, criterion: string, words: SelfWords): Reason[] {
  const found = criterionOf(card, criterion);
  return [...notWithCounty(card.status), ...(found ? againstWords(found, words) : unknownCriterion(criterion))];
}

export const againstReport = ({ status }: { status: CardState }): Reason[] => notWithCounty(status);

/** More than the records give, where people attest it, stands on a file: an attested criterion, or a mixed one that its records do not give. */
const needsProof = (criterion: CriterionScore, points: Points): boolean =>
  (criterion.proof === 'attested' || criterion.proof === 'mixed') && points > criterion.value;

function againstClaims(card: Card): Reason[] {
  return card.lines
    .filter(({ stage }) => stage === 'self')
    .flatMap((line) => {
      const criterion = criterionOf(card, line.criterion);
      if (!criterion) return unknownCriterion(line.criterion);
      const field = `lines.${criterion.id}`;
      const isBare = needsProof(criterion, selfPoints(card, criterion)) && !card.proved.has(criterion.id);
      return [
        ...againstWords(criterion, line).map((one) => ({ ...one, field })),
        ...(isBare
          ? [reason('season.proofMissing', { id: criterion.id, name: criterion.text }, { field, clause: '附件' })]
          : []),
      ];
    });
}

/** 提交自评: with the report's summary, every claim explained and proved by the records as they are now. */
export function againstSubmission(card: Card, { summary }: { summary: string | null }): Reason[] {
  if (card.status !== 'open') return [reason('season.submittedTwice', undefined, { clause: POLICY })];
  return [
    ...(summary === null ? [reason('season.summaryMissing', undefined, { field: 'summary', clause: POLICY })] : []),
    ...againstClaims(card),
    ...card.bonus
      .filter(({ proofs }) => proofs === 0)
      .map(({ title }) => reason('season.bonusProofMissing', { name: title }, { field: 'bonus', clause: '附件/加分' })),
  ];
}

interface Proof {
  criterion: string | null;
  bonusId: string | null;
  /** it is a proof of the same thing already */
  twice: boolean;
}

/** 支撑材料: of one criterion or one bonus entry, once. */
export function againstProof(card: Pick<Card, 'status' | 'sheet'>, { criterion, bonusId, twice }: Proof): Reason[] {
  const found = criterion === null ? undefined : criterionOf(card, criterion);
  return [
    ...notWithCounty(card.status),
    ...((criterion === null) === (bonusId === null)
      ? [reason('season.proofOfOne', undefined, { field: 'criterion' })]
      : []),
    ...(criterion !== null && !found ? unknownCriterion(criterion) : []),
    ...(found?.proof === 'review'
      ? [reason('season.reviewOnly', { id: found.id }, { field: 'criterion', clause: '决定/复核核定' })]
      : []),
    ...(twice ? [reason('season.proofTwice', undefined, { field: 'fileId' })] : []),
  ];
}

/** 撤下 a proof or a bonus entry, while the card is open. */
export const againstRetiring = ({ status, isRetired }: { status: CardState; isRetired: boolean }): Reason[] => [
  ...notWithCounty(status),
  ...(isRetired ? [reason('season.retiredAlready')] : []),
];
