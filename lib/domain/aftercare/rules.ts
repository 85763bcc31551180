import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';

interface Checked {
  recorded: boolean;
  checkedOn: CalendarDate;
  acceptedOn: CalendarDate | null;
  today: CalendarDate;
  result: 'good' | 'problems';
  remarks: string | null;
  photo: 'none' | 'picture' | 'noPicture' | 'ofOther';
}

/** A check after the works: between the acceptance and today, once, and problems in words. */
export function checkReasons(facts: Checked): Reason[] {
  const { checkedOn, acceptedOn, today } = facts;
  const reasons: Reason[] = [];
  if (facts.recorded) reasons.push(reason('aftercare.checkedAlready'));
  if (checkedOn > today)
    reasons.push(reason('aftercare.checkInFuture', { found: checkedOn, today }, { field: 'checkedOn' }));
  if (acceptedOn !== null && checkedOn < acceptedOn)
    reasons.push(reason('aftercare.checkTooEarly', { found: checkedOn, expected: acceptedOn }, { field: 'checkedOn' }));
  if (facts.result === 'problems' && !facts.remarks)
    reasons.push(reason('aftercare.checkRemarks', undefined, { field: 'remarks' }));
  if (facts.photo === 'noPicture') reasons.push(reason('aftercare.noPicture', undefined, { field: 'photoFileId' }));
  if (facts.photo === 'ofOther') reasons.push(reason('archive.fileOfOther', undefined, { field: 'photoFileId' }));
  return reasons;
}

/** P三(三)10: introduced by whom, or the reason why not; exactly one of the two. */
export function propertyReasons({ company, why }: { company: string | null; why: string | null }): Reason[] {
  const clause = 'P三(三)10/物业';
  if (company !== null && why !== null)
    return [reason('aftercare.propertyBoth', undefined, { clause, field: 'reason' })];
  return company === null && why === null
    ? [reason('aftercare.propertyNone', undefined, { clause, field: 'propertyService' })]
    : [];
}
