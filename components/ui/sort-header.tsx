import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Align, HeadCell } from './table';

export type SortDirection = 'asc' | 'desc';

type Props = { children: string; href: string; direction?: SortDirection; align?: Align };

/** A header that is a link: the order of a list is part of its address. */
export function SortHeader({ children, href, direction, align }: Props) {
  const t = useTranslations('ui.sort');
  const Icon = direction === 'asc' ? ArrowUp : direction === 'desc' ? ArrowDown : ArrowUpDown;
  const sorted = direction && (direction === 'asc' ? 'ascending' : 'descending');
  return (
    <HeadCell align={align} aria-sort={sorted}>
      <a
        href={href}
        data-soft="stay"
        title={t('by', { column: children })}
        className={
          direction
            ? 'inline-flex min-h-7 items-center gap-1 rounded-sm font-semibold text-ink'
            : 'group/sort inline-flex min-h-7 items-center gap-1 rounded-sm hover:text-ink'
        }
      >
        {children}
        <Icon
          aria-hidden="true"
          className={
            direction ? 'size-3.5 text-accent' : 'size-3.5 text-control opacity-60 group-hover/sort:opacity-100'
          }
        />
      </a>
    </HeadCell>
  );
}
