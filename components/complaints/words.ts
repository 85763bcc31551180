import type { useTranslations } from 'next-intl';
import type { Tone } from '@/components/ui/tone';
import type { ComplaintRow } from '@/lib/domain/complaints/answers';
import { ASSIGNEE_LABELS } from '@/lib/domain/complaints/labels';
import { isLate, standingOf } from '@/lib/domain/complaints/limit';
import type { Status } from '@/lib/domain/complaints/types';
import { type CalendarDate, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { SiteRules } from '@/lib/domain/rulebook/schema-site';

export type Subjects = SiteRules['complaints']['subjects'];

export const STATUS_TONES: Record<Status, Tone> = {
  received: 'amber',
  assigned: 'accent',
  answered: 'green',
  closed: 'neutral',
  notAccepted: 'neutral',
  transferred: 'neutral',
  merged: 'neutral',
};

export function subjectName(subjects: Subjects, code: string, locale: Locale): string {
  const subject = subjects.find((one) => one.code === code);
  return subject ? labelIn({ zh: subject.name, en: subject.nameEn }, locale) : code;
}

export function assigneeName({ assignedKind, assignedUnit }: ComplaintRow, locale: Locale): string | null {
  return assignedUnit ?? (assignedKind ? labelIn(ASSIGNEE_LABELS[assignedKind], locale) : null);
}

type Limited = Pick<ComplaintRow, 'status' | 'dueOn' | 'answeredOn' | 'endedOn' | 'lateBefore'>;
const datesOf = (row: Limited) => ({
  ...row,
  dueOn: row.dueOn as CalendarDate,
  answeredOn: row.answeredOn as CalendarDate | null,
  endedOn: row.endedOn as CalendarDate | null,
});

/** How it stands towards its day, in a word, with the light that goes with it. */
export function limitWord(
  row: Limited,
  {
    today,
    soonDays,
    t,
  }: { today: CalendarDate; soonDays: number; t: ReturnType<typeof useTranslations<'complaints'>> },
): { light: 'red' | 'amber' | 'green' | 'neutral'; text: string } | null {
  const dates = datesOf(row);
  const standing = standingOf(dates, today, soonDays);
  const left = daysBetween(today, dates.dueOn);
  if (standing === 'late') return { light: 'red', text: t('lateDays', { days: String(-left) }) };
  if (standing !== 'done')
    return {
      light: standing === 'soon' ? 'amber' : 'green',
      text: left === 0 ? t('lastDay') : t('leftDays', { days: String(left) }),
    };
  if (row.answeredOn === null) return null;
  const late = isLate(dates, today);
  return { light: late ? 'red' : 'neutral', text: t(late ? 'answeredLate' : 'answeredIn') };
}
