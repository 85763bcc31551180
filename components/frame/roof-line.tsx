const blocks = [
  { x: 0, width: 120, storeys: 6, columns: 4 },
  { x: 132, width: 96, storeys: 8, columns: 3 },
  { x: 240, width: 144, storeys: 5, columns: 5 },
  { x: 396, width: 120, storeys: 7, columns: 4 },
  { x: 528, width: 112, storeys: 6, columns: 4 },
];
const ground = 240;
const storey = 24;

/** A row of old blocks, some windows lit: an ornament, hidden from readers. */
export function RoofLine({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 640 240" aria-hidden="true" preserveAspectRatio="xMidYMax slice" className={className}>
      {blocks.map((block, index) => (
        <Block key={block.x} {...block} seed={index} />
      ))}
    </svg>
  );
}

type BlockProps = (typeof blocks)[number] & { seed: number };

function Block({ x, width, storeys, columns, seed }: BlockProps) {
  const top = ground - storeys * storey - 14;
  const pitch = (width - 16) / columns;
  const windows = Array.from({ length: storeys * columns }, (_, cell) => ({
    cell,
    lit: (cell * 7 + seed * 5) % 9 < 2,
    left: x + 8 + (cell % columns) * pitch + pitch * 0.2,
    y: top + 14 + Math.floor(cell / columns) * storey,
  }));
  return (
    <g>
      <rect x={x} y={top} width={width} height={ground - top} className="fill-white/8" />
      {windows.map(({ cell, lit, left, y }) => (
        <rect
          key={cell}
          x={left}
          y={y}
          width={pitch * 0.6}
          height={12}
          rx={1.5}
          className={lit ? 'fill-[#ffd98a]/80' : 'fill-white/14'}
        />
      ))}
    </g>
  );
}
