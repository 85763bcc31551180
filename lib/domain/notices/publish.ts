import { parseHundredths } from '../kernel/hundredths';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { RoundStatus } from '../votes/types';
import type { NoticeFacts } from './facts';
import type { NoticeKind, NoticeStatus } from './types';

export interface ToPublish {
  kind: NoticeKind;
  status: NoticeStatus;
  days: number;
  facts: NoticeFacts;
  /** of the rule book in force */
  leastDays: number;
  /** names of the scheme's parts that are not written yet */
  partsMissing: readonly string[];
  schemeFinal: boolean;
  roundStatus: RoundStatus | null;
}

/** The shortest period is the rule book's. */
export const lengthReasons = (days: number, leastDays: number): Reason[] =>
  days < leastDays
    ? [reason('notices.tooShort', { found: days, expected: leastDays }, { clause: '决定/公示期', field: 'days' })]
    : [];

function scopeReasons({ scope }: NoticeFacts): Reason[] {
  return [
    ...(scope.compounds === 0 ? [reason('notices.noCompound', undefined, { field: 'compounds' })] : []),
    ...(scope.compounds > 0 && scope.buildings === 0 ? [reason('notices.noBuildings')] : []),
    ...(scope.compounds > 0 && scope.owners === 0 && scope.households === 0 ? [reason('notices.noOwners')] : []),
    ...(scope.compounds > 0 && (parseHundredths(scope.area) ?? 0n) === 0n ? [reason('notices.noArea')] : []),
  ];
}

/** What the kind itself is about: a scheme that no longer changes with all its parts, a round that is closed. */
export function subjectReasons({
  kind,
  schemeFinal,
  partsMissing,
  roundStatus,
}: Pick<ToPublish, 'kind' | 'schemeFinal' | 'partsMissing' | 'roundStatus'>): Reason[] {
  if (kind === 'design') {
    return [
      ...(partsMissing.length > 0
        ? [reason('notices.schemeParts', { missing: partsMissing.join('、') }, { clause: 'P四(三)2/方案' })]
        : []),
      ...(schemeFinal ? [] : [reason('notices.schemeNotFinal', undefined, { field: 'schemeId' })]),
    ];
  }
  const isCounted = roundStatus === 'closed' || roundStatus === 'certified';
  return kind === 'result' && !isCounted ? [reason('notices.roundNotClosed', undefined, { field: 'roundId' })] : [];
}

/** What a notice needs before everybody reads it (domain.md §4, §5). */
export function publishable(notice: ToPublish): Decision<true> {
  const { status, days, leastDays } = notice;
  return decide(true, [
    ...(status === 'draft' ? [] : [reason('notices.notDraft')]),
    ...lengthReasons(days, leastDays),
    ...scopeReasons(notice.facts),
    ...subjectReasons(notice),
  ]);
}

/** Only a draft is written anew, and only a list names several compounds. */
export function againstEditing(
  { kind, status }: Pick<ToPublish, 'kind' | 'status'>,
  namesCompounds: boolean,
): Reason[] {
  if (status !== 'draft') return [reason('notices.notDraft')];
  return namesCompounds && kind !== 'list' ? [reason('notices.onlyListNames', undefined, { field: 'compounds' })] : [];
}

/** A draft is dropped, a published one that was wrong is withdrawn; what is complete has had its effect. */
export const againstWithdrawing = (status: NoticeStatus): Reason[] =>
  status === 'draft' || status === 'published' ? [] : [reason('notices.cannotWithdraw')];
