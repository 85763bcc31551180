import 'server-only';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';

export interface FileColumn<Row, Key extends string> {
  /** the column of the list that it belongs to */
  of: Key;
  label: Label;
  width: number;
  format: string;
  cell: (row: Row, locale: Locale) => CellValue;
}

/** How the columns of one list are written down: text as it is, and numbers by their format. */
export function columnsOf<Row, Key extends string>() {
  type Column = FileColumn<Row, Key>;
  type Cell = Column['cell'];
  const number = (of: Key, zh: string, en: string, format: string, cell: Cell): Column => ({
    of,
    label: { zh, en },
    width: 14,
    format,
    cell,
  });
  return {
    number,
    text: (of: Key, zh: string, en: string, width: number, cell: Cell): Column => ({
      of,
      label: { zh, en },
      width,
      format: '@',
      cell,
    }),
    /** Decimal text with two places, exactly. */
    decimal: (of: Key, zh: string, en: string, value: (row: Row) => string | null): Column =>
      number(of, zh, en, '0.00', (row) => {
        const found = value(row);
        return found === null ? null : exactNumber(found);
      }),
  };
}

/** What a code is called; one that has no word stands as it is. */
export const words = (labels: Record<string, Label>, code: string | null, locale: Locale): CellValue => {
  const label = code === null ? undefined : labels[code];
  return label ? labelIn(label, locale) : code;
};

/** The same of words that the rule book has. */
export function worded(
  known: readonly { code: string; name: string; nameEn: string }[],
  code: string | null,
  locale: Locale,
): CellValue {
  const found = known.find((one) => one.code === code);
  return found ? labelIn({ zh: found.name, en: found.nameEn }, locale) : code;
}

/** The columns that the list shows (the name always), or all. */
export const shownOf = <Row, Key extends string>(
  columns: readonly FileColumn<Row, Key>[],
  chosen: readonly Key[] | undefined,
): readonly FileColumn<Row, Key>[] => columns.filter(({ of }) => of === 'name' || !chosen || chosen.includes(of));
