import { type Reason, reason } from '../kernel/result';
import type { Workflow } from '../rulebook/schema-workflow';
import type { AcceptanceStatus, Opinion } from './types';

/** One attempt at a time, and none after one that passed; a failed one can be tried again. */
export function attemptReasons(projectStatus: string, earlier: readonly AcceptanceStatus[]): Reason[] {
  const reasons: Reason[] = [];
  if (projectStatus !== 'active') reasons.push(reason('acceptance.projectNotActive'));
  if (earlier.includes('passed')) reasons.push(reason('acceptance.passedAlready'));
  if (earlier.includes('draft')) reasons.push(reason('acceptance.underWay'));
  return reasons;
}

interface Given {
  party: string;
  name: string;
  opinion: Opinion;
  remarks: string | null;
  status: AcceptanceStatus;
  fileOfOther: boolean;
  kinds: Workflow['acceptanceParties'];
  others: readonly { party: string; name: string }[];
}

/** An opinion of one party: of those that take part, once, and with words unless it simply agrees. */
export function opinionReasons({ party, name, opinion, remarks, status, fileOfOther, kinds, others }: Given): Reason[] {
  const kind = kinds.find(({ code }) => code === party);
  const reasons: Reason[] = [];
  if (status !== 'draft') reasons.push(reason('acceptance.concluded'));
  if (!kind) reasons.push(reason('acceptance.partyUnknown', { found: party }, { field: 'party' }));
  const same = others.filter((one) => one.party === party);
  if (kind && !kind.many && same.length > 0)
    reasons.push(reason('acceptance.partyTwice', { party: kind.name }, { field: 'party' }));
  else if (same.some((one) => one.name === name))
    reasons.push(reason('acceptance.nameTwice', { name }, { field: 'name' }));
  if (opinion !== 'agree' && !remarks) reasons.push(reason('acceptance.noRemarks', undefined, { field: 'remarks' }));
  if (fileOfOther) reasons.push(reason('archive.fileOfOther', undefined, { field: 'fileId' }));
  return reasons;
}
