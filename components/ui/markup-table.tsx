import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Html, html, isHtml, joined } from '@/lib/format/html';
import { cn } from './cn';
import { PhoneFirstRows } from './phone-first';
import { isLong, type PhoneFirst } from './phone-rows';
import { type SheetOfCells, SheetTable } from './sheet-table';
import { sortLink } from './sort-link';
import { type Align, alignClass, TableBox } from './table';

export type SortDirection = 'asc' | 'desc';

export type MarkupColumn<T> = {
  key: string;
  header: string;
  /** What its figures are counted in: below the header, and in the label of the card. */
  unit?: string;
  cell: (row: T) => Html | string | number;
  align?: Align;
  /** Title of the card at phone width; put the link to the detail page here. */
  primary?: boolean;
  /** 'until-opened': shown when the card's own `details` is opened. */
  hideOnPhone?: boolean | 'until-opened';
  className?: string;
  sortHref?: string;
  direction?: SortDirection;
};

type Props<T> = {
  caption: string;
  columns: readonly MarkupColumn<T>[];
  rows: readonly T[];
  /** Shown in place of the table when there is no row. */
  empty: ReactNode;
  wide?: boolean;
  /** Of a table that may be long: how many cards a phone shows before it is asked for the others. */
  phoneFirst?: PhoneFirst;
};

/**
 * The table of a long list, written as text: React would make, send, read and draw each cell by itself, three times for
 * one page. Its links are followed by SoftLinks (in the root layout). Only for the server.
 */
export function MarkupTable<T>({ caption, columns, rows, empty, wide, phoneFirst }: Props<T>) {
  const t = useTranslations('ui.sort');
  if (rows.length === 0) return <div className="rounded-lg border border-line bg-surface">{empty}</div>;
  const heads = columns.map((column) => headHtml(column, (name) => t('by', { column: name })));
  const head = html`<caption class="sr-only">${caption}</caption><thead><tr>${joined(heads)}</tr></thead>`;
  const sheet: SheetOfCells = { head: head.toString(), columns: columns.map(aroundCells), ...written(columns, rows) };
  const table = (
    <TableBox caption={caption} wide={wide}>
      <SheetTable json={JSON.stringify(sheet)} />
    </TableBox>
  );
  if (!isLong(rows.length, phoneFirst)) return table;
  return (
    <PhoneFirstRows first={phoneFirst} rows={rows.length}>
      {table}
    </PhoneFirstRows>
  );
}

/** Of five hundred cells most are like another. */
function written<T>(columns: readonly MarkupColumn<T>[], rows: readonly T[]) {
  const places = new Map<string, number>();
  const placeOf = (markup: string) => {
    const place = places.get(markup) ?? places.size;
    places.set(markup, place);
    return place;
  };
  const lines = rows.map((row) => columns.map(({ cell }) => placeOf(oneChild(cell(row)).toString())));
  return { cells: [...places.keys()], rows: lines };
}

const attribute = (name: string, value: string | undefined): Html | '' =>
  value === undefined ? '' : html` ${name}="${value}"`;

function headHtml<T>(
  { header, unit, align, sortHref, direction }: MarkupColumn<T>,
  titleOf: (name: string) => string,
): Html {
  const style = attribute('class', alignClass(align));
  const below = unit ? html`<span class="block pb-1 font-normal text-ink-3">${unit}</span>` : '';
  if (!sortHref) return html`<th scope="col"${style}>${header}${below}</th>`;
  const sorted = attribute('aria-sort', direction && (direction === 'asc' ? 'ascending' : 'descending'));
  const link = sortLink({ text: header, href: sortHref, title: titleOf(header), direction });
  // the link has room for the finger, which must not push it above the headers beside it
  const text = unit ? html`<span class="-my-1 block">${link}</span>` : link;
  return html`<th scope="col"${style}${sorted}>${text}${below}</th>`;
}

/** What is the same for every cell of a column is written once. */
function aroundCells<T>(column: MarkupColumn<T>): [string, string] {
  const { header, unit = '', align, className, primary, hideOnPhone } = column;
  const style = attribute('class', cn(alignClass(align), className) || undefined);
  const phone = attribute('data-phone', hideOnPhone ? (hideOnPhone === true ? 'hide' : hideOnPhone) : undefined);
  if (primary) return [html`<th scope="row"${style} data-primary=""${phone}>`.toString(), '</th>'];
  return [html`<td${style} data-label="${header}${unit}"${phone}>`.toString(), '</td>'];
}

/** Beside the label of the card a cell is one flex child: text is by itself, markup is made one. */
const oneChild = (value: Html | string | number): Html =>
  isHtml(value) ? html`<span class="min-w-0">${value}</span>` : html`${value}`;
