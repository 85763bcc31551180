import { isValidElement, type ReactNode } from 'react';
import { PhoneFirstRows } from './phone-first';
import { isLong, type PhoneFirst } from './phone-rows';
import { type Align, Cell, HeadCell, Row, Table } from './table';

export type Column<T> = {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  align?: Align;
  /** Title of the card at phone width; put the link to the detail page here. */
  primary?: boolean;
  hideOnPhone?: boolean;
  className?: string;
};

type Props<T> = {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Shown in place of the table when there is no row. */
  empty: ReactNode;
  /** A last row with totals, a cell per column key. */
  footer?: Partial<Record<string, ReactNode>>;
  phone?: 'cards' | 'packed' | 'scroll';
  wide?: boolean;
  /** Of a table that may be long: how many cards a phone shows before it is asked for the others. */
  phoneFirst?: PhoneFirst;
};

/** A table of a page, on the server or in the browser. Long lists take MarkupTable. */
export function DataTable<T>({ caption, columns, rows, rowKey, empty, footer, phone, wide, phoneFirst }: Props<T>) {
  if (rows.length === 0) return <div className="rounded-lg border border-line bg-surface">{empty}</div>;
  const table = (
    <Table caption={caption} phone={phone} wide={wide}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} align={column.align}>
              {column.header}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={rowKey(row)}>
            {columns.map((column) => (
              <DataCell key={column.key} column={column}>
                {column.cell(row)}
              </DataCell>
            ))}
          </Row>
        ))}
        {footer && (
          <Row className="bg-sunken font-medium" data-sum="">
            {columns.map((column) => (
              <DataCell key={column.key} column={column}>
                {footer[column.key]}
              </DataCell>
            ))}
          </Row>
        )}
      </tbody>
    </Table>
  );
  if (!isLong(rows.length, phoneFirst)) return table;
  return (
    <PhoneFirstRows first={phoneFirst} rows={rows.length}>
      {table}
    </PhoneFirstRows>
  );
}

/** Text and a single element are one flex child beside the label of the card by themselves; anything else is made one. */
function oneChild(children: ReactNode): ReactNode {
  const isText = typeof children === 'string' || typeof children === 'number';
  const isElement = isValidElement(children) && typeof children.type === 'string';
  return isText || isElement ? children : <span className="min-w-0">{children}</span>;
}

function DataCell<T>({ column, children }: { column: Column<T>; children: ReactNode }) {
  return (
    <Cell
      align={column.align}
      label={column.header}
      primary={column.primary}
      hideOnPhone={column.hideOnPhone}
      className={column.className}
    >
      {oneChild(children)}
    </Cell>
  );
}
