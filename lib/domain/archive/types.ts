export const PAPER_STATUSES = ['current', 'superseded', 'withdrawn'] as const;
export type PaperStatus = (typeof PAPER_STATUSES)[number];

/**
 * present: filed; missing: the stage asks for it; optional: it belongs into the archive where there is one;
 * spared: the green channel needs no such permit; unknown: whether it is needed hangs on facts that are not stated yet.
 */
export type PaperState = 'present' | 'missing' | 'optional' | 'spared' | 'unknown';
