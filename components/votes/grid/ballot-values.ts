import { today as dayOf } from '@/lib/domain/kernel/calendar-date';
import type { BallotView } from '@/lib/domain/votes/answers';
import { blank, type FilledBallot, filledFrom, given, saidIn } from '@/lib/domain/votes/filled-ballot';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { Choice, RoundNumber } from '@/lib/domain/votes/types';

/** A ballot as it is being filled in at a desk. */
export interface BallotValues extends FilledBallot {
  photoFileId: string;
  proxyFileId: string;
  collector: string;
  day: string;
}

export const blankBallot = (today: string, formNo: string | null): BallotValues => ({
  ...blank('paper', formNo),
  photoFileId: '',
  proxyFileId: '',
  collector: '',
  day: today,
});

/** What is corrected begins as it was recorded. */
export const ballotValues = (ballot: BallotView): BallotValues => ({
  ...filledFrom(ballot),
  photoFileId: ballot.photoFileId ?? '',
  proxyFileId: ballot.proxy?.fileId ?? '',
  collector: ballot.collector,
  day: dayOf(new Date(ballot.collectedAt)),
});

/** A day is stated, not an hour: today is now, another day its noon; of a ballot that is corrected the hour stays while the day does. */
export function collectedAt(day: string, today: string, before?: string): string | undefined {
  if (before && dayOf(new Date(before)) === day) return before;
  return !day || day === today ? undefined : `${day}T12:00:00+08:00`;
}

interface Around {
  householdId: string;
  today: string;
  round: RoundNumber;
  replaces?: BallotView;
}

/** What is sent of it: nothing that was left empty. */
export const ballotInputOf = (values: BallotValues, { householdId, today, round, replaces }: Around): BallotInput => ({
  householdId,
  ...saidIn(values, { choice: values.choice as Choice, round, replaces: replaces?.id ?? null }),
  photoFileId: values.photoFileId || undefined,
  proxy: values.byProxy ? { name: values.proxyName.trim(), fileId: values.proxyFileId } : undefined,
  collector: given(values.collector),
  collectedAt: collectedAt(values.day, today, replaces?.collectedAt),
});
