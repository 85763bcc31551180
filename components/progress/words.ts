import type { Tone } from '@/components/ui/tone';
import type { ReportStatus } from '@/lib/domain/progress/types';

export const STATUS_TONES: Record<ReportStatus | 'none', Tone> = {
  none: 'neutral',
  draft: 'neutral',
  submitted: 'accent',
  returned: 'amber',
  accepted: 'green',
  correcting: 'amber',
};

export const TIME_LIGHTS = { inTime: 'green', late: 'amber', open: 'neutral', overdue: 'red' } as const;

/** '2020-05' → { year: '2020', month: '5' } */
export const monthParts = (month: string): { year: string; month: string } => ({
  year: month.slice(0, 4),
  month: String(Number(month.slice(5))),
});
/** The same as the texts say it: English keeps the zero. */
export const monthWords = (month: string, locale: string): { year: string; month: string } =>
  locale === 'en' ? { year: month.slice(0, 4), month: month.slice(5) } : monthParts(month);
