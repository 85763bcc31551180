import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { NoticeStatus } from './types';

export interface Photographed {
  status: NoticeStatus;
  startsOn: CalendarDate | null;
  today: CalendarDate;
  takenOn: string;
  file: { name: string; isPicture: boolean; isAttached: boolean };
}

/** Posted between publication and now: an older picture shows another paper. */
function dayReasons({ status, startsOn, today, takenOn }: Photographed): Reason[] {
  if (status !== 'published') return [reason('notices.notPublished')];
  if (startsOn !== null && takenOn >= startsOn && takenOn <= today) return [];
  return [reason('notices.photoDay', { found: takenOn, from: startsOn ?? '', to: today }, { field: 'takenOn' })];
}

/** What stands against a picture of the posted paper. */
export function photoReasons(photo: Photographed): Reason[] {
  const { name, isPicture, isAttached } = photo.file;
  return [
    ...dayReasons(photo),
    ...(isPicture ? [] : [reason('file.notPicture', { name }, { field: 'fileId' })]),
    ...(isAttached ? [reason('file.attachedAlready', { name }, { field: 'fileId' })] : []),
  ];
}
