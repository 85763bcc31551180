import { type Reason, reason } from '../kernel/result';
import { takesChecks } from './phases';
import type { CallBackInput, ChecksInput } from './schema';
import type { RoundStatus } from './types';

/** What is known of a ballot that is looked at, while nobody else can write into the round. */
export interface Looked {
  /** a ballot of this round */
  known: boolean;
  /** recorded by the account that looks now */
  mine: boolean;
  stands: boolean;
  checked: boolean;
}

function againstOne({ known, mine, stands, checked }: Looked, lacksNote: boolean, at: number): Reason[] {
  const where = { field: `checks.${at}.ballotId` };
  if (!known) return [reason('vote.ballotUnknown', undefined, where)];
  if (mine) return [reason('vote.checkedByRecorder', undefined, where)];
  if (!stands) return [reason('vote.notWhatStands', undefined, where)];
  if (checked) return [reason('vote.checkedAlready', undefined, where)];
  return lacksNote ? [reason('vote.checkNote', undefined, { field: `checks.${at}.note` })] : [];
}

/** The second look (domain.md §4): by another account than the one that recorded, at what stands, once. All or none. */
export function againstChecks(status: RoundStatus, { checks }: ChecksInput, looked: readonly Looked[]): Reason[] {
  if (!takesChecks(status)) return [reason(`vote.notNow.${status}`)];
  const isRepeated = new Set(checks.map(({ ballotId }) => ballotId)).size < checks.length;
  return [
    ...looked.flatMap((one, at) => againstOne(one, checks[at]?.verdict === 'wrong' && !checks[at]?.note, at)),
    ...(isRepeated ? [reason('vote.checkedTwice')] : []),
  ];
}

/** Households are called back between closing and certification, by somebody who did not record the ballot; what is not confirmed says what was said. */
export function againstCall(status: RoundStatus, { outcome, note }: CallBackInput, mine: boolean): Reason[] {
  if (status !== 'closed') return [reason(`vote.notNow.${status}`)];
  if (outcome !== 'confirmed' && !note) return [reason('vote.callNote', undefined, { field: 'note' })];
  return mine ? [reason('vote.calledByRecorder')] : [];
}
