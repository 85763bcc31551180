import type { BallotInput } from './schema';
import type { Channel, Choice, RoundNumber } from './types';

/** A ballot as it is being filled in, at a desk or at a door. */
export interface FilledBallot {
  choice: Choice | null;
  channel: Channel;
  formNo: string;
  wanted: string[];
  problems: string;
  byProxy: boolean;
  proxyName: string;
  reason: string;
}

export const blank = (channel: Channel, formNo: string | null): FilledBallot => ({
  choice: null,
  channel,
  formNo: formNo ?? '',
  wanted: [],
  problems: '',
  byProxy: false,
  proxyName: '',
  reason: '',
});

interface Recorded {
  choice: Choice | null;
  channel: Channel;
  formNo?: string | null;
  wanted?: string[];
  problems?: string | null;
  proxy?: { name: string } | null;
}

/** What was recorded before is not asked for again; why it is changed is. */
export const filledFrom = ({ choice, channel, formNo, wanted, problems, proxy }: Recorded): FilledBallot => ({
  choice,
  channel,
  formNo: formNo ?? '',
  wanted: wanted ?? [],
  problems: problems ?? '',
  byProxy: Boolean(proxy),
  proxyName: proxy?.name ?? '',
  reason: '',
});

export type BallotGap = 'choice' | 'proxyName' | 'proxyPhoto' | 'reason';

/** A proxy comes with name and authorisation (domain.md §4). */
export const proxyGaps = (
  { byProxy, proxyName }: Pick<FilledBallot, 'byProxy' | 'proxyName'>,
  hasPhoto: boolean,
): BallotGap[] =>
  byProxy ? [...(proxyName.trim() ? [] : ['proxyName' as const]), ...(hasPhoto ? [] : ['proxyPhoto' as const])] : [];

/** What is missing before it is worth recording (domain.md §4): a correction comes with its reason. */
export function gapsOf(filled: FilledBallot, has: { proxyPhoto: boolean; standing: boolean }): BallotGap[] {
  const { choice, reason } = filled;
  return [
    ...(choice ? [] : (['choice'] as const)),
    ...proxyGaps(filled, has.proxyPhoto),
    ...(has.standing && !reason.trim() ? (['reason'] as const) : []),
  ];
}

export const given = (text: string): string | undefined => text.trim() || undefined;

interface Around {
  choice: Choice;
  round: RoundNumber;
  replaces: string | null;
}

/** What is recorded of it: nothing that was left empty, wishes in round 1 only, a reason where it takes another's place. */
export const saidIn = (
  { channel, formNo, wanted, problems, reason }: FilledBallot,
  { choice, round, replaces }: Around,
): Pick<BallotInput, 'choice' | 'channel' | 'formNo' | 'wanted' | 'problems' | 'replaces' | 'reason'> => ({
  choice,
  channel,
  formNo: given(formNo),
  ...(round === 1 && { wanted: wanted.length > 0 ? wanted : undefined, problems: given(problems) }),
  ...(replaces && { replaces, reason: given(reason) }),
});
