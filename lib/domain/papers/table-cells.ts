import type { PaperTable } from './types';

export interface PaperCell {
  text: string;
  column: number;
  /** rows that it reaches over, itself included */
  rows: number;
  /** so short that it stays on one line */
  whole: boolean;
}

const WHOLE = 8;
/** A sum is not broken, however long. */
const SUM = /^[\d,.]+$/;
const isWhole = (text: string): boolean => SUM.test(text) || ([...text].length <= WHOLE && !text.includes('\n'));

/** The cells of a table row by row. In a grouped one an empty first cell belongs to the one above it, which reaches over it. */
export function tableCells({ rows, grouped = false }: Pick<PaperTable, 'rows' | 'grouped'>): PaperCell[][] {
  const isUnder = (at: number) => grouped && at > 0 && rows[at]?.[0] === '';
  const reach = (at: number): number => {
    let next = at + 1;
    while (next < rows.length && isUnder(next)) next++;
    return next - at;
  };
  return rows.map((cells, at) =>
    cells.flatMap((text, column) => {
      if (column === 0 && isUnder(at)) return [];
      return [{ text, column, rows: column === 0 ? reach(at) : 1, whole: isWhole(text) }];
    }),
  );
}
