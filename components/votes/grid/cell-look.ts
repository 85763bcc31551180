import type { GridHome } from '@/lib/domain/votes/grid';
import type { Choice, Door } from '@/lib/domain/votes/types';

/** How a cell stands at this moment: as kept, on its way to the server, or sent back by it. */
export type CellState = 'kept' | 'sending' | 'refused';

export type Mark = Door | 'checked' | 'sign' | 'several';

/** One path each, used by every cell from one place: a building has four hundred. */
export const MARKS: Record<Mark, string> = {
  // a door to knock at; shut; standing open
  to_visit: 'M6 21V4h12v17M4 21h16M14.5 12v1.5',
  nobody_in: 'M6 21V4h12v17M4 21h16M9 9l6 6M15 9l-6 6',
  visited: 'M13 21V3L5 5.5v13zM13 5h5v16h3M10 11.5v1.5',
  checked: 'M2.5 12.5 7 17 16 7.5M11.5 16.5l1 1 9-10',
  sign: 'M5 21.5V3.5h13l-3 4.5 3 4.5H5',
  several: 'M9 9h11v11H9zM4 15V4h11',
};

export const markHref = (mark: Mark): string => `#mark-${mark}`;

/** What is drawn at the foot of a cell, in this order. */
export function marksOf({ door, checked, signs, voterDwellings, choice }: GridHome): Mark[] {
  return [
    ...(signs.length > 0 ? (['sign'] as const) : []),
    ...(choice && checked ? (['checked'] as const) : []),
    ...(voterDwellings > 1 ? (['several'] as const) : []),
    ...(door ? [door] : []),
  ];
}

export const lookOf = (choice: Choice | null): Choice | 'none' => choice ?? 'none';
