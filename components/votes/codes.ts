import { qrPath } from '@/components/ui/qr-path';
import { type Html, html } from '@/lib/format/html';

/** Ten modules of quiet at either end, as scanners want it. */
const QUIET = 10;

/** Bars and gaps by turns, beginning with a bar. */
export function barCode(bars: readonly number[], label: string): Html {
  let at = QUIET;
  let path = '';
  for (const [turn, width] of bars.entries()) {
    if (turn % 2 === 0) path += `M${at} 0h${width}v1h-${width}z`;
    at += width;
  }
  return html`<svg class="form-bars" viewBox="0 0 ${at + QUIET} 1" preserveAspectRatio="none" role="img" aria-label="${label}"><path d="${path}" shape-rendering="crispEdges"/></svg>`;
}

export function qrCode(text: string, label: string): Html {
  const { size, path } = qrPath(text);
  const side = size + 8;
  return html`<svg class="form-qr" viewBox="-4 -4 ${side} ${side}" role="img" aria-label="${label}"><path d="${path}" shape-rendering="crispEdges"/></svg>`;
}
