import { type Html, html, joined } from '@/lib/format/html';
import { cn } from './cn';

/** One of lucide's drawings as markup, read once. */
export type Drawing = { readonly shapes: Html };

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string | number>>];
const SHAPES = new Set(['path', 'rect', 'circle', 'line', 'polyline', 'polygon', 'ellipse']);

const isShape = (value: unknown): value is Shape => Array.isArray(value) && SHAPES.has(value[0]);

function shapeMarkup([tag, attributes]: Shape): Html {
  const given = Object.entries(attributes).filter(([name]) => name !== 'key');
  // the tag is one of SHAPES, the attributes are the package's own
  const inner = joined(given.map(([name, value]) => html` ${name}="${value}"`));
  return html`<${tag}${inner}/>`;
}

/** `import * as plus from 'lucide-react/icons/plus'`: the drawing without the component, which would be sent to the browser for each icon. */
export function drawing(icon: object): Drawing {
  const nodes = (icon as { __iconData?: { node?: unknown } }).__iconData?.node;
  if (!Array.isArray(nodes) || !nodes.every(isShape)) throw new Error('lucide-react keeps its drawings elsewhere now');
  return { shapes: joined(nodes.map(shapeMarkup)) };
}

/** An icon beside words, as pages of the server draw it: one element, whatever it is made of. */
export function Glyph({ of, className }: { of: Drawing; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cn('glyph', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: Html is made by `html` only, which escapes
      dangerouslySetInnerHTML={{ __html: of.shapes.toString() }}
    />
  );
}

/** The same within a table of markup. */
export const glyphHtml = (of: Drawing, className: string): Html =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class="${cn('glyph', className)}">${of.shapes}</svg>`;
