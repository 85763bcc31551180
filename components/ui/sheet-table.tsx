'use client';

import { useMemo } from 'react';

/** A table as MarkupTable sends it: markup that was made by `html`, each cell that is like another only once. */
export type SheetOfCells = {
  head: string;
  /** What stands before and after each cell of a column. */
  columns: readonly (readonly [before: string, after: string])[];
  cells: readonly string[];
  /** For each cell of each row where it stands in `cells`. */
  rows: readonly (readonly number[])[];
};

function markupOf({ head, columns, cells, rows }: SheetOfCells): string {
  const cell = (place: number, column: number) => {
    const [before = '', after = ''] = columns[column] ?? [];
    return before + (cells[place] ?? '') + after;
  };
  const lines = rows.map((places) => `<tr>${places.map(cell).join('')}</tr>`);
  return `${head}<tbody>${lines.join('')}</tbody>`;
}

/** Draws it, on the server and in the browser alike. */
export function SheetTable({ json }: { json: string }) {
  const __html = useMemo(() => markupOf(JSON.parse(json)), [json]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: MarkupTable's, whose texts were escaped by `html`
  return <table className="list-table card-table packed-cards" dangerouslySetInnerHTML={{ __html }} />;
}
