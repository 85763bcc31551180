import type { ReactNode } from 'react';
import { Banner } from './banner';
import { type FilterChip, FilterChips } from './filter-chips';
import { NumberedPagination, Pagination } from './pagination';
import { Toolbar } from './toolbar';
import { hrefWith, type Params } from './url';

type CursorPage = { total: number; previousCursor: string | null; nextCursor: string | null };
type NumberedPage = { total: number; page: number; items: readonly unknown[] };

type Props = {
  path: string;
  params: Params;
  /** said where the address asks for what there is not */
  unreadable: string | false;
  filters: ReactNode;
  /** what the list is narrowed to */
  chips: readonly FilterChip[];
  /** what was found, a page of it: by cursor, or by number where the list is short enough to count its pages */
  list: CursorPage | NumberedPage | null;
  limit: number;
  sizes: readonly number[];
  /** the table, and what is said above it */
  children: ReactNode;
};

/** A list that stands in its address: conditions above it, pages below. */
export function ListFrame({ path, params, unreadable, filters, chips, list, limit, sizes, children }: Props) {
  const at = (changes: Params) => hrefWith(path, params, changes);
  const sized = {
    pageSize: limit,
    pageSizes: sizes.map((size) => ({
      size,
      href: at({ limit: String(size), cursor: undefined, page: undefined }),
    })),
  };
  return (
    <>
      {unreadable && (
        <div className="mb-3">
          <Banner tone="amber" title={unreadable} />
        </div>
      )}
      <Toolbar>{filters}</Toolbar>
      <FilterChips chips={chips} clearHref={path} />
      {children}
      {list && 'page' in list ? (
        <NumberedPagination
          page={list.page}
          limit={limit}
          total={list.total}
          shown={list.items.length}
          hrefOf={(page) => at({ page: page > 1 ? String(page) : undefined })}
          {...sized}
        />
      ) : (
        <Pagination
          total={list?.total ?? 0}
          firstHref={list?.previousCursor ? at({ cursor: undefined }) : undefined}
          previousHref={list?.previousCursor ? at({ cursor: list.previousCursor }) : undefined}
          nextHref={list?.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
          {...sized}
        />
      )}
    </>
  );
}
