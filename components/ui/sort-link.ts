import * as arrowDown from 'lucide-react/icons/arrow-down';
import * as arrowUp from 'lucide-react/icons/arrow-up';
import * as arrowUpDown from 'lucide-react/icons/arrow-up-down';
import { type Html, html } from '@/lib/format/html';
import { drawing, glyphHtml } from './glyph';

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
