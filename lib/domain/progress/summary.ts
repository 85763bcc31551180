import { type Reason, reason } from '../kernel/result';
import type { ReportMonth } from './report-month';
import type { ReportStatus } from './types';

/** A project of the county that reports in the month. */
export interface MonthLine {
  name: string;
  /** null: nothing was begun */
  status: ReportStatus | null;
}

export interface SummaryGround {
  month: ReportMonth;
  /** the month after which it is summed up has ended */
  ended: boolean;
  lines: readonly MonthLine[];
  /** of the last summary of this month; null: there is none */
  status: 'submitted' | 'returned' | 'accepted' | null;
}

export interface Signers {
  filler: string;
  reviewer: string;
  signer: string;
}

/** Sent as one act, when every project's report was accepted, by three persons: who fills in, who reviews, who signs (决定/月报). */
export function summaryReasons({ filler, reviewer, signer }: Signers, ground: SummaryGround): Reason[] {
  const { month, ended, lines, status } = ground;
  const open = lines.filter((line) => line.status !== 'accepted');
  return [
    ...(ended ? [] : [reason('summary.monthRunning', { found: month }, { clause: '决定/月报' })]),
    ...(status === 'submitted' || status === 'accepted' ? [reason(`summary.there.${status}`, { found: month })] : []),
    ...(lines.length === 0 ? [reason('summary.nothing', { found: month })] : []),
    ...open.slice(0, 50).map(({ name, status: state }) => reason(`summary.open.${state ?? 'none'}`, { name })),
    ...(filler === reviewer ? [reason('summary.samePerson', { name: filler }, { field: 'reviewer' })] : []),
    ...(signer === filler ? [reason('summary.samePerson', { name: filler }, { field: 'signer' })] : []),
  ];
}

export function summaryReviewReasons(status: string, accept: boolean, remark: string | null): Reason[] {
  return [
    ...(status === 'submitted' ? [] : [reason('summary.notWaiting')]),
    ...(!accept && !remark ? [reason('summary.remarkMissing', undefined, { field: 'remark' })] : []),
  ];
}
