import type { TableRow } from './chart-table';
import { numberText } from './number-text';
import type { Datum, Series, SeriesDatum } from './types';

/** The figures of a chart as the rows of the table behind it. */
export function datumRows(data: readonly Datum[], digits?: number): TableRow[] {
  return data.map(({ label, value, display, href }) => ({
    label,
    href,
    cells: [display ?? numberText(value, digits)],
  }));
}

/** `missing` stands where a series has nothing to say. */
export function seriesRows(
  series: readonly Series[],
  data: readonly SeriesDatum[],
  digits: number | undefined,
  missing: string,
): TableRow[] {
  return data.map(({ label, values, href }) => ({
    label,
    href,
    cells: series.map(({ key }) => {
      const value = values[key];
      return value === undefined ? missing : numberText(value, digits);
    }),
  }));
}
