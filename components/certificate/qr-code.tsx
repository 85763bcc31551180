import { create } from 'qrcode';

/** Quiet zone of four, as scanners want it. */
const EDGE = 4;

/** Drawn as one path: sharp at any size, on screen and on paper. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from(modules.data, (bit, at) => (bit ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : ''));
  const side = size + 2 * EDGE;
  return (
    <svg viewBox={`${-EDGE} ${-EDGE} ${side} ${side}`} role="img" aria-label={label} className={className}>
      <rect x={-EDGE} y={-EDGE} width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
