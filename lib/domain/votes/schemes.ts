import type { Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';

/** The owners pay a part of what the scheme costs, or all of it. */
export const shareReasons = (estimate: Money, ownersShare: Money): Reason[] =>
  ownersShare > estimate ? [reason('vote.shareOverEstimate', undefined, { field: 'ownersShare' })] : [];

/** Of the parts of the rule book, those that are not written yet, in its order. */
export const missingParts = (order: readonly string[], written: readonly { part: string }[]): string[] =>
  order.filter((code) => !written.some(({ part }) => part === code));

/** Owners vote on a whole scheme (P四(三)2). */
export const againstFinal = (missing: readonly string[]): Reason[] =>
  missing.length > 0 ? [reason('vote.schemeNotFinal', { count: missing.length }, { clause: 'P四(三)2/方案' })] : [];
