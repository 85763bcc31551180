import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type TableProps = {
  /** Names the table for readers. */
  caption: string;
  children: ReactNode;
  /** Cards at phone width (cells carry data-label; `packed`, as many facts on a line as it holds), or a table that scrolls sideways. */
  phone?: 'cards' | 'packed' | 'scroll';
  /** More columns than the page is wide: the box scrolls both ways and keeps its header. */
  wide?: boolean;
  className?: string;
};

export function Table({ caption, children, phone = 'cards', wide, className }: TableProps) {
  return (
    <TableBox caption={caption} scrolls={phone === 'scroll'} wide={wide} className={className}>
      <table className={cn('list-table', phone !== 'scroll' && 'card-table', phone === 'packed' && 'packed-cards')}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </TableBox>
  );
}

type BoxProps = Pick<TableProps, 'caption' | 'children' | 'wide' | 'className'> & { scrolls?: boolean };

/** The frame around a table. */
export function TableBox({ caption, children, scrolls: scrollsOnPhone, wide, className }: BoxProps) {
  const scrolls = wide || scrollsOnPhone;
  return (
    <section
      aria-label={caption}
      // A box that scrolls must be reachable by keyboard.
      tabIndex={scrolls ? 0 : undefined}
      className={cn(
        'table-box rounded-lg border border-line bg-surface focus-inset print:overflow-visible print:border-0',
        scrolls
          ? 'scroll-sign overflow-auto'
          : 'max-sm:overflow-hidden sm:max-xl:scroll-sign sm:max-xl:overflow-x-auto print:overflow-visible',
        wide && 'sm:max-h-[calc(100dvh-14rem)] print:max-h-none',
        className,
      )}
    >
      {children}
    </section>
  );
}

const aligns = { left: undefined, right: 'text-right', center: 'text-center' };
export type Align = keyof typeof aligns;
export const alignClass = (align: Align = 'left'): string | undefined => aligns[align];

type HeadCellProps = Omit<ComponentProps<'th'>, 'align'> & { align?: Align };

// How cells look stands in app/globals.css (.list-table): fifty rows of ten cells are not told it one by one.
export function HeadCell({ align = 'left', className, children, ...rest }: HeadCellProps) {
  return (
    <th scope="col" className={cn(aligns[align], className) || undefined} {...rest}>
      {children}
    </th>
  );
}

export function Row(props: ComponentProps<'tr'>) {
  return <tr {...props} />;
}

type CellProps = Omit<ComponentProps<'td'>, 'align'> & {
  align?: Align;
  /** The column's name, shown before the value when the row is a card. */
  label?: string;
  /** The card's title at phone width, and the row's header. */
  primary?: boolean;
  hideOnPhone?: boolean;
};

export function Cell({ align = 'left', label, primary, hideOnPhone, className, ...rest }: CellProps) {
  const style = cn(aligns[align], className);
  // what is not there is not named: each name would travel with every cell
  const given = {
    ...(style && { className: style }),
    ...(label && !primary && { 'data-label': label }),
    ...(primary && { 'data-primary': '' }),
    ...(hideOnPhone && { 'data-phone': 'hide' }),
  };
  if (primary) return <th scope="row" {...given} {...rest} />;
  return <td {...given} {...rest} />;
}
