import * as chevronLeft from 'lucide-react/icons/chevron-left';
import * as chevronRight from 'lucide-react/icons/chevron-right';
import * as chevronsLeft from 'lucide-react/icons/chevrons-left';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonStyle } from './button-style';
import { drawing, Glyph } from './glyph';

const FIRST = drawing(chevronsLeft);
const PREVIOUS = drawing(chevronLeft);
const NEXT = drawing(chevronRight);

type Props = {
  total: number;
  /** Counting stopped at `total`: there are more. */
  more?: boolean;
  /** Position of the first and last row shown, where the list knows them. */
  from?: number;
  to?: number;
  firstHref?: string;
  previousHref?: string;
  nextHref?: string;
  pageSize?: number;
  pageSizes?: readonly { size: number; href: string }[];
};

/** Cursor pages: first, previous, next. No page numbers, so that the 1,500th row costs what the first does. */
export function Pagination({ total, more, from, to, firstHref, previousHref, nextHref, pageSize, pageSizes }: Props) {
  const t = useTranslations('ui.pagination');
  const range = from !== undefined && to !== undefined && total > 0;
  return (
    <nav
      aria-label={t('label')}
      className="no-print flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 text-sm text-ink-3"
    >
      <p>{range ? t('range', { from, to, total }) : t(more ? 'totalMore' : 'total', { total })}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {pageSizes && (
          <p className="flex items-center gap-2 max-sm:hidden">
            {t('pageSize')}
            {pageSizes.map(({ size, href }) => (
              <a
                key={size}
                href={href}
                data-soft=""
                aria-current={size === pageSize ? 'true' : undefined}
                className={
                  size === pageSize
                    ? 'rounded-sm font-semibold text-ink'
                    : 'rounded-sm underline underline-offset-4 hover:text-ink'
                }
              >
                {size}
              </a>
            ))}
          </p>
        )}
        <div className="flex gap-1.5">
          <Step href={firstHref} icon={<Glyph of={FIRST} />}>
            {t('first')}
          </Step>
          <Step href={previousHref} icon={<Glyph of={PREVIOUS} />}>
            {t('previous')}
          </Step>
          <Step href={nextHref} after icon={<Glyph of={NEXT} />}>
            {t('next')}
          </Step>
        </div>
      </div>
    </nav>
  );
}

type NumberedProps = {
  page: number;
  limit: number;
  total: number;
  shown: number;
  hrefOf: (page: number) => string;
} & Pick<Props, 'pageSize' | 'pageSizes'>;

/** For lists that are short enough to count their pages: a page by its number, in the address. */
export function NumberedPagination({ page, limit, total, shown, hrefOf, ...sized }: NumberedProps) {
  const before = (page - 1) * limit;
  return (
    <Pagination
      total={total}
      from={before + 1}
      to={before + shown}
      firstHref={page > 2 ? hrefOf(1) : undefined}
      previousHref={page > 1 ? hrefOf(page - 1) : undefined}
      nextHref={before + shown < total ? hrefOf(page + 1) : undefined}
      {...sized}
    />
  );
}

type StepProps = { href?: string; icon: ReactNode; after?: boolean; children: string };

function Step({ href, icon, after, children }: StepProps) {
  const content = (
    <>
      {!after && icon}
      {children}
      {after && icon}
    </>
  );
  if (!href) {
    return (
      <span
        aria-disabled="true"
        className={buttonStyle('secondary', 'sm', 'pointer-events-none text-ink-3 shadow-none')}
      >
        {content}
      </span>
    );
  }
  return (
    <a href={href} data-soft="" className={buttonStyle('secondary', 'sm')}>
      {content}
    </a>
  );
}
