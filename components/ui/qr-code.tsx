import { qrPath } from './qr-path';

/** Quiet zone of four, as scanners want it. */
const EDGE = 4;

/** Drawn as one path: sharp at any size, on screen and on paper. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { size, path } = qrPath(text);
  const side = size + 2 * EDGE;
  return (
    <svg viewBox={`${-EDGE} ${-EDGE} ${side} ${side}`} role="img" aria-label={label} className={className}>
      <rect x={-EDGE} y={-EDGE} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
