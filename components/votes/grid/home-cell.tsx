// biome-ignore-all lint/a11y/useSemanticElements: a cell of the house, see facade-grid.tsx
import { memo } from 'react';
import type { GridHome } from '@/lib/domain/votes/grid';
import { type CellState, lookOf, marksOf } from './cell-look';
import { Mark } from './mark';

type Props = {
  home: GridHome;
  /** all that the cell says, in words */
  words: string;
  letter: string;
  area: string;
  state: CellState;
  selected: boolean;
  /** the one that Tab comes to */
  entry: boolean;
  /** left out by the filter: it keeps its place and steps back */
  quiet: boolean;
};

export const cellId = (homeId: string) => `home-${homeId}`;

/** One dwelling. What happens to it is heard by the house (facade-grid.tsx): only what changed is drawn anew. */
export const HomeCell = memo(function HomeCell({ home, words, letter, area, state, selected, entry, quiet }: Props) {
  return (
    <div
      role="gridcell"
      id={cellId(home.id)}
      data-home={home.id}
      data-choice={lookOf(home.choice)}
      data-state={state}
      data-quiet={quiet || undefined}
      aria-selected={selected}
      tabIndex={entry ? 0 : -1}
      className="home-cell"
    >
      <span className="sr-only">{words}</span>
      <span aria-hidden="true" className="home-room">
        {home.room}
      </span>
      <span aria-hidden="true" className="home-letter">
        {letter}
      </span>
      <span aria-hidden="true" className="home-area">
        {area}
      </span>
      <span aria-hidden="true" className="home-marks">
        {marksOf(home).map((mark) => (
          <Mark key={mark} of={mark} />
        ))}
      </span>
    </div>
  );
});
