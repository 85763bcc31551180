import type { As, Place, Verdict } from '../types';

/** A page that is opened in a browser as its reader opens it, with nothing of the product kept from before. */
export interface Screen {
  name: string;
  /** the row's title */
  says: string;
  as?: As;
  /** its address, found out as its reader would find it */
  at: (seen: { place: Place; noticeId: string }) => string;
}

/** What the browser itself reports of one opening; times in milliseconds. */
export interface Vitals {
  largestPaint: number;
  /** the slowest answer to a click or a key: until the next picture */
  interaction: number;
  /** how much moved by itself, without unit */
  shift: number;
  /** bytes of script as sent, compressed */
  script: number;
}

export interface ScreenRow extends Vitals {
  says: string;
  width: number;
  /** clicks and keys behind the figure */
  acts: number;
  verdicts: Verdict[];
}

/** Points of Lighthouse, 0 to 100. */
export interface Points {
  says: string;
  points: Record<string, number>;
  /** for performance, of all turns */
  turns: number[];
  /** what cost points */
  lost: string[];
  verdicts: Verdict[];
}
