import { today as dayOf } from '@/lib/domain/kernel/calendar-date';
import type { BallotView } from '@/lib/domain/votes/answers';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { Channel, Choice } from '@/lib/domain/votes/types';

/** A ballot as it is being filled in. */
export interface BallotValues {
  choice: Choice | '';
  channel: Channel;
  formNo: string;
  photoFileId: string;
  byProxy: boolean;
  proxyName: string;
  proxyFileId: string;
  wanted: string[];
  problems: string;
  collector: string;
  day: string;
  reason: string;
}

export const blankBallot = (today: string, formNo: string | null): BallotValues => ({
  choice: '',
  channel: 'paper',
  formNo: formNo ?? '',
  photoFileId: '',
  byProxy: false,
  proxyName: '',
  proxyFileId: '',
  wanted: [],
  problems: '',
  collector: '',
  day: today,
  reason: '',
});

/** What is corrected begins as it was recorded. */
export const ballotValues = (ballot: BallotView): BallotValues => ({
  choice: ballot.choice ?? '',
  channel: ballot.channel,
  formNo: ballot.formNo ?? '',
  photoFileId: ballot.photoFileId ?? '',
  byProxy: ballot.proxy !== null,
  proxyName: ballot.proxy?.name ?? '',
  proxyFileId: ballot.proxy?.fileId ?? '',
  wanted: ballot.wanted,
  problems: ballot.problems ?? '',
  collector: ballot.collector,
  day: dayOf(new Date(ballot.collectedAt)),
  reason: '',
});

/** A day is stated, not an hour: today is now, another day its noon; of a ballot that is corrected the hour stays while the day does. */
export function collectedAt(day: string, today: string, before?: string): string | undefined {
  if (before && dayOf(new Date(before)) === day) return before;
  return !day || day === today ? undefined : `${day}T12:00:00+08:00`;
}

interface Around {
  householdId: string;
  today: string;
  /** wishes are asked in round 1 only */
  round: 1 | 2;
  replaces?: BallotView;
}

/** What is sent of it: nothing that was left empty. */
export function ballotInputOf(values: BallotValues, { householdId, today, round, replaces }: Around): BallotInput {
  const text = (value: string) => value.trim() || undefined;
  return {
    householdId,
    choice: values.choice as Choice,
    channel: values.channel,
    formNo: text(values.formNo),
    photoFileId: values.photoFileId || undefined,
    proxy: values.byProxy ? { name: values.proxyName.trim(), fileId: values.proxyFileId } : undefined,
    ...(round === 1 && {
      wanted: values.wanted.length > 0 ? values.wanted : undefined,
      problems: text(values.problems),
    }),
    collector: text(values.collector),
    collectedAt: collectedAt(values.day, today, replaces?.collectedAt),
    ...(replaces && { replaces: replaces.id, reason: text(values.reason) }),
  };
}

export type BallotGap = 'choice' | 'proxyName' | 'proxyFile' | 'reason';

/** What has to be there before it is worth sending. */
export function gapsOf(values: BallotValues, corrects: boolean): BallotGap[] {
  return [
    ...(values.choice ? [] : (['choice'] as const)),
    ...(values.byProxy && !values.proxyName.trim() ? (['proxyName'] as const) : []),
    ...(values.byProxy && !values.proxyFileId ? (['proxyFile'] as const) : []),
    ...(corrects && !values.reason.trim() ? (['reason'] as const) : []),
  ];
}
