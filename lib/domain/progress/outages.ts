import { type Reason, reason } from '../kernel/result';
import type { Outage } from './due';

const LONGEST_DAYS = 31;

/** The log says what was: an outage that is over, no longer than a month, and not twice. */
export function outageReasons({ from, to }: Outage, now: Date, known: readonly Outage[]): Reason[] {
  return [
    ...(to <= from ? [reason('outage.order', undefined, { field: 'to' })] : []),
    ...(to > now ? [reason('outage.notOver', undefined, { field: 'to' })] : []),
    ...(to.getTime() - from.getTime() > LONGEST_DAYS * 86_400_000
      ? [reason('outage.tooLong', { expected: LONGEST_DAYS }, { field: 'to' })]
      : []),
    ...(known.some((other) => from < other.to && to > other.from)
      ? [reason('outage.overlaps', undefined, { field: 'from' })]
      : []),
  ];
}
