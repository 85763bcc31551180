import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type TableProps = {
  /** Names the table for readers. */
  caption: string;
  children: ReactNode;
  /** Cards at phone width (cells carry data-label), or a table that scrolls sideways. */
  phone?: 'cards' | 'scroll';
  /** More columns than the page is wide: the box scrolls both ways and keeps its header. */
  wide?: boolean;
  className?: string;
};

export function Table({ caption, children, phone = 'cards', wide, className }: TableProps) {
  const scrolls = wide || phone === 'scroll';
  return (
    <section
      aria-label={caption}
      // A box that scrolls must be reachable by keyboard.
      tabIndex={scrolls ? 0 : undefined}
      className={cn(
        'rounded-lg border border-line bg-surface focus-inset print:overflow-visible print:border-0',
        scrolls ? 'overflow-auto' : 'max-sm:overflow-hidden sm:max-lg:overflow-x-auto print:overflow-visible',
        wide && 'sm:max-h-[calc(100dvh-14rem)] print:max-h-none',
        className,
      )}
    >
      <table className={cn('w-full border-separate border-spacing-0 text-sm', phone === 'cards' && 'card-table')}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

const aligns = { left: 'text-left', right: 'text-right', center: 'text-center' };
export type Align = keyof typeof aligns;

type HeadCellProps = Omit<ComponentProps<'th'>, 'align'> & { align?: Align };

export function HeadCell({ align = 'left', className, children, ...rest }: HeadCellProps) {
  return (
    <th
      scope="col"
      className={cn(
        'sticky top-0 z-10 h-10 border-b border-line bg-sunken px-3 text-xs font-medium whitespace-nowrap text-ink-2 first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4 print:static print:bg-white',
        aligns[align],
        className,
      )}
      {...rest}
    >
      {children}
    </th>
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={cn('group/row transition-colors hover:bg-hover', className)} {...rest} />;
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
  const style = cn(
    'border-b border-line px-3 py-2 align-middle font-normal first:pl-4 last:pr-4 group-last/row:border-b-0',
    aligns[align],
    className,
  );
  const data = {
    'data-label': label,
    'data-primary': primary ? '' : undefined,
    'data-phone': hideOnPhone ? 'hide' : undefined,
  };
  if (primary) return <th scope="row" className={cn(style, 'text-ink')} {...data} {...rest} />;
  return <td className={style} {...data} {...rest} />;
}
