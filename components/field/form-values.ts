import type { FieldHome } from '@/lib/domain/field/overlay';
import type { BallotFilled } from '@/lib/domain/field/record';
import type { Channel, Choice } from '@/lib/domain/votes/types';

export interface FormValues {
  choice: Choice | null;
  channel: Channel;
  formNo: string;
  wanted: string[];
  problems: string;
  byProxy: boolean;
  proxyName: string;
  reason: string;
}

const EMPTY: FormValues = {
  choice: null,
  channel: 'door',
  formNo: '',
  wanted: [],
  problems: '',
  byProxy: false,
  proxyName: '',
  reason: '',
};

/** What was written before is not asked for again. */
export function startingValues({ record, formNo }: FieldHome): FormValues {
  if (!record) return { ...EMPTY, formNo: formNo ?? '' };
  const [ballot] = record.body.ballots;
  return {
    choice: ballot.choice,
    channel: ballot.channel,
    formNo: ballot.formNo ?? '',
    wanted: ballot.wanted ?? [],
    problems: ballot.problems ?? '',
    byProxy: ballot.proxy !== undefined,
    proxyName: ballot.proxy?.name ?? '',
    reason: ballot.reason ?? '',
  };
}

export type FormFault = 'choice' | 'proxyName' | 'proxyPhoto' | 'reason';

export function faultsOf(values: FormValues, has: { proxyPhoto: boolean; standing: boolean }): FormFault[] {
  return [
    ...(values.choice ? [] : (['choice'] as const)),
    ...(values.byProxy && !values.proxyName.trim() ? (['proxyName'] as const) : []),
    ...(values.byProxy && !has.proxyPhoto ? (['proxyPhoto'] as const) : []),
    ...(has.standing && !values.reason.trim() ? (['reason'] as const) : []),
  ];
}

/** As the record takes it; wishes belong to round 1. */
export function filledFrom(values: FormValues, choice: Choice, round: 1 | 2, replaces: string | null): BallotFilled {
  const text = (value: string) => value.trim() || undefined;
  const wishes = { wanted: values.wanted.length > 0 ? values.wanted : undefined, problems: text(values.problems) };
  return {
    choice,
    channel: values.channel,
    formNo: text(values.formNo),
    proxyName: values.byProxy ? text(values.proxyName) : undefined,
    ...(round === 1 ? wishes : {}),
    ...(replaces ? { replaces, reason: text(values.reason) } : {}),
  };
}
