import type { CalendarDate } from '../../kernel/calendar-date';
import { type Reason, reason } from '../../kernel/result';
import type { Points } from '../sheet';
import { type Card, criterionOf } from './card';
import { canDispute } from './disputes';
import { abovePoints, notReviewed, POLICY, spoken, unknownCriterion } from './steps';
import type { CardState, SeasonState } from './types';

interface Opening {
  year: number;
  isOpened: boolean;
  selfDueOn: CalendarDate;
  today: CalendarDate;
}

/** 开展一年的绩效评价: once a year, with a day that the counties can still meet. */
export const againstOpening = ({ year, isOpened, selfDueOn, today }: Opening): Reason[] => [
  ...(isOpened ? [reason('season.openedAlready', { year }, { field: 'year', clause: POLICY })] : []),
  ...(selfDueOn < today
    ? [reason('season.duePast', { found: selfDueOn, expected: today }, { field: 'selfDueOn' })]
    : []),
];

/** Opinions are recorded, sanctions written, while there is a season to write them for. */
export const againstClosed = (status: SeasonState): Reason[] =>
  status === 'closed' ? [reason('season.closedAlready', undefined, { clause: POLICY })] : [];

interface Line {
  criterion: string;
  /** null: as the review gave it */
  points: Points | null;
  reason: string | null;
  /** what the review gave */
  given: Points;
}

/** 审议一项: other points than the review's need a reason. */
export function againstDeliberating(
  card: Pick<Card, 'status' | 'sheet'>,
  { criterion: id, points, reason: why, given }: Line,
): Reason[] {
  const criterion = criterionOf(card, id);
  const isBare = points !== null && points !== given && why === null;
  const said = { id, found: spoken(points ?? given), expected: spoken(given) };
  return [
    ...notReviewed(card.status),
    ...(criterion ? abovePoints(points, criterion) : unknownCriterion(id)),
    ...(isBare ? [reason('season.deliberationReasonMissing', said, { field: 'reason', clause: POLICY })] : []),
  ];
}

export interface CountyCard {
  name: string;
  status: CardState;
  disputesOpen: number;
  disputeUntil: CalendarDate | null;
  /** names of grounds that the records speak for and nobody decided */
  undecided: readonly string[];
}

const names = (cards: readonly CountyCard[]): string => cards.map(({ name }) => name).join('、');
const listed = (code: string, cards: readonly CountyCard[], clause = POLICY): Reason[] =>
  cards.length > 0 ? [reason(code, { count: cards.length, names: names(cards) }, { clause })] : [];

interface Deliberation {
  status: SeasonState;
  isDeliberated: boolean;
  cards: readonly CountyCard[];
  today: CalendarDate;
}

/** 形成初评意见: every county is reviewed, its time to dispute is over, its disputes are answered, and each proposed veto decided. */
export function againstDeliberation({ status, isDeliberated, cards, today }: Deliberation): Reason[] {
  if (status === 'closed') return againstClosed(status);
  if (isDeliberated) return [reason('season.deliberatedAlready', undefined, { clause: POLICY })];
  const reviewed = cards.filter((card) => card.status === 'reviewed');
  const undecided = reviewed.filter((card) => card.undecided.length > 0);
  return [
    ...listed(
      'season.notSubmittedBy',
      cards.filter((card) => card.status === 'open'),
    ),
    ...listed(
      'season.notReviewedBy',
      cards.filter((card) => card.status === 'submitted'),
    ),
    ...listed(
      'season.disputesOpen',
      reviewed.filter((card) => card.disputesOpen > 0),
      '决定/复核异议',
    ),
    ...listed(
      'season.disputeTimeLeft',
      reviewed.filter((card) => canDispute(card.disputeUntil, today)),
      '决定/复核异议',
    ),
    ...undecided.map(({ name, undecided: grounds }) =>
      reason('season.vetoUndecided', { county: name, names: grounds.join('、') }, { clause: 'P四(四)3/否决' }),
    ),
  ];
}

interface Consent {
  status: SeasonState;
  /** null: there is no draft opinion yet */
  deliberatedOn: CalendarDate | null;
  documentNo: string | null;
  documentOn: CalendarDate | null;
  today: CalendarDate;
}

/** 报州政府同意: number and date of the consent, which can't be older than what it consents to. */
export function againstFinal({ status, deliberatedOn, documentNo, documentOn, today }: Consent): Reason[] {
  if (status === 'closed') return againstClosed(status);
  const field = 'documentOn';
  const clause = POLICY;
  const isEarly = documentOn !== null && deliberatedOn !== null && documentOn < deliberatedOn;
  return [
    ...(deliberatedOn === null ? [reason('season.notDeliberated', undefined, { clause })] : []),
    ...(documentNo === null ? [reason('season.consentNoMissing', undefined, { field: 'documentNo', clause })] : []),
    ...(documentOn === null ? [reason('season.consentOnMissing', undefined, { field, clause })] : []),
    ...(documentOn !== null && documentOn > today
      ? [reason('season.consentInFuture', { found: documentOn, expected: today }, { field })]
      : []),
    ...(isEarly
      ? [reason('season.consentBeforeOpinion', { found: documentOn, expected: deliberatedOn }, { field, clause })]
      : []),
  ];
}

interface Sanction {
  isKnown: boolean;
  kind: string;
  /** how often the county submitted its card: one that never was, or was taken in, claimed nothing */
  claims: number;
  documentOn: CalendarDate;
  today: CalendarDate;
}

/** 对弄虚作假的处理: by document, of a county that claimed something (P四(四)5). */
export const againstSanction = ({ isKnown, kind, claims, documentOn, today }: Sanction): Reason[] => [
  ...(isKnown ? [] : [reason('season.sanctionUnknown', { found: kind }, { field: 'kind', clause: 'P四(四)5' })]),
  ...(claims === 0 ? [reason('season.nothingClaimed', undefined, { field: 'countyId', clause: 'P四(四)5' })] : []),
  ...(documentOn > today
    ? [reason('season.documentInFuture', { found: documentOn, expected: today }, { field: 'documentOn' })]
    : []),
];

/** Places by total, the vetoed behind all others; who has the same shares a place, and the next one is counted from all before it. */
export function ranksOf(results: readonly { id: string; total: Points; vetoed: boolean }[]): Map<string, number> {
  const isBefore = (a: { total: Points; vetoed: boolean }, b: { total: Points; vetoed: boolean }) =>
    a.vetoed === b.vetoed ? a.total > b.total : !a.vetoed;
  return new Map(results.map((one) => [one.id, 1 + results.filter((other) => isBefore(other, one)).length]));
}
