/** A form whose cells are merged as it is printed: title, a line over it, and a table that says where each cell reaches. */
export interface SpanTable {
  /** 附件, at the left over the title; null: it is no annex */
  mark: string | null;
  title: string;
  /** over the table: whose it is, of which year, under which number */
  head: string[];
  /** A4 across */
  landscape: boolean;
  /** so many columns of a sheet stay in sight; none unless said */
  frozen?: number;
  columns: SpanColumn[];
  rows: SpanCell[][];
}

export interface SpanColumn {
  name: string;
  /** mm; together the text area of the page */
  width: number;
}

export interface SpanCell {
  text: string;
  /** where it begins, and how far it reaches; a row lists only the cells that begin in it */
  column: number;
  columns: number;
  rows: number;
  /** sentences stand at the left, everything else in the middle */
  left: boolean;
  /** a figure with two places, for who reckons on with the sheet */
  figure: boolean;
}

/** GB/T 9704: the text area of a page, mm, upright and across. */
export const AREA = { upright: 156, across: 225 } as const;

type Reach = Partial<Pick<SpanCell, 'columns' | 'rows' | 'left' | 'figure'>>;

export const cell = (column: number, text: string, reach: Reach = {}): SpanCell => ({
  ...{ text, column, columns: 1, rows: 1, left: false, figure: false },
  ...reach,
});

/** The width of what a cell reaches over. */
export const widthOf = ({ columns }: SpanTable, { column, columns: reach }: SpanCell): number =>
  columns.slice(column, column + reach).reduce((sum, { width }) => sum + width, 0);
