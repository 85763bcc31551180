import { type Reason, reason } from '../kernel/result';

const REASON_MIN = 4;

/** Personal data are shown in clear for a reason that stands in the audit with who and when (个人信息保护法). */
export const againstReveal = (why: string): Reason[] =>
  [...why.trim()].length < REASON_MIN
    ? [reason('personal.reasonTooShort', { expected: REASON_MIN }, { field: 'reason' })]
    : [];
