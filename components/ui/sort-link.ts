import * as arrowDown from 'lucide-react/icons/arrow-down';
import * as arrowUp from 'lucide-react/icons/arrow-up';
import * as arrowUpDown from 'lucide-react/icons/arrow-up-down';
import { type Html, html } from '@/lib/format/html';
import { drawing, glyphHtml } from './glyph';
import { hrefWith, type Params } from './url';

const ARROWS = { asc: drawing(arrowUp), desc: drawing(arrowDown), none: drawing(arrowUpDown) };

type Sort = { text: string; href: string; title: string; direction?: 'asc' | 'desc' };

/** A header that is a link: the order of a list is part of its address. */
export function sortLink({ text, href, title, direction }: Sort): Html {
  const style = direction
    ? 'inline-flex min-h-7 items-center gap-1 rounded-sm font-semibold text-ink'
    : 'group/sort inline-flex min-h-7 items-center gap-1 rounded-sm hover:text-ink';
  const arrow = direction
    ? glyphHtml(ARROWS[direction], 'size-3.5 text-accent')
    : glyphHtml(ARROWS.none, 'size-3.5 text-control opacity-60 group-hover/sort:opacity-100');
  return html`<a href="${href}" data-soft="stay" title="${title}" class="${style}">${text}${arrow}</a>`;
}

type Order = { sort: string; order: 'asc' | 'desc' };

/** For the header of a column by which the list can be ordered: the first click ascends, the next turns it around. */
export function sorting(path: string, params: Params, by: string, { sort, order }: Order) {
  const active = sort === by;
  const next = active && order === 'asc' ? 'desc' : 'asc';
  return {
    sortHref: hrefWith(path, params, { sort: by, order: next, cursor: undefined }),
    direction: active ? order : undefined,
  };
}
