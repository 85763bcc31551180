import type { FieldHome } from '@/lib/domain/field/overlay';
import type { Choice } from '@/lib/domain/votes/types';

/**
 * One path each, beside the word: a round has two thousand cells. The desk draws its own (votes/grid): letters and marks of a whole house at a
 * glance, where here is what still has to be sent.
 */
export const CHOICE_SHAPES: Record<Choice | 'none', string> = {
  agree: 'M4 12.5 9.5 18 20 6.5',
  disagree: 'M6 6l12 12M18 6 6 18',
  abstain: 'M5 12h14',
  none: 'M12 12v.01',
};

export const CHOICE_STYLES: Record<Choice | 'none', string> = {
  agree: 'border-green-line bg-green-soft text-green-ink',
  disagree: 'border-red-line bg-red-soft text-red-ink',
  abstain: 'border-line-strong bg-sunken text-ink-2',
  none: 'border-dashed border-control bg-surface text-ink',
};

/** What is still to be done about what was recorded here, beside its colour. */
export type CellMark = 'waiting' | 'refused' | 'conflict' | null;

export function markOf({ record }: FieldHome): CellMark {
  const is = record?.state.is;
  if (is === 'refused' || is === 'conflict') return is;
  return is === 'waiting' || is === 'sending' ? 'waiting' : null;
}

export const MARK_SHAPES: Record<Exclude<CellMark, null>, string> = {
  waiting: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18',
  refused: 'M12 8v5M12 16.5v.01M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z',
  conflict: 'M12 9v5M12 17v.01M12 3 2 20.5h20z',
};

export const MARK_STYLES: Record<Exclude<CellMark, null>, string> = {
  waiting: 'text-ink-3',
  refused: 'text-red',
  conflict: 'text-amber',
};
