import type { FieldHome } from '@/lib/domain/field/overlay';
import type { BallotFilled } from '@/lib/domain/field/record';
import { blank, type FilledBallot, filledFrom, given, saidIn } from '@/lib/domain/votes/filled-ballot';
import type { Choice, RoundNumber } from '@/lib/domain/votes/types';

/** What was written before on this device is not asked for again, nor why. */
export function startingValues({ record, formNo }: FieldHome): FilledBallot {
  if (!record) return blank('door', formNo);
  const [ballot] = record.body.ballots;
  return { ...filledFrom(ballot), reason: ballot.reason ?? '' };
}

/** As the record takes it. */
export const recordedFrom = (
  values: FilledBallot,
  choice: Choice,
  round: RoundNumber,
  replaces: string | null,
): BallotFilled => ({
  ...saidIn(values, { choice, round, replaces }),
  proxyName: values.byProxy ? given(values.proxyName) : undefined,
});
