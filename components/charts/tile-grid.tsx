import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type Tile = {
  key: string;
  label: string;
  /** 0 to 100; null: nothing to measure yet. */
  percent: number | null;
  display: string;
  note?: string;
  href?: string;
  /** Place on the sketch map, from 1. */
  column: number;
  row: number;
};

type Props = {
  title: string;
  description?: string;
  /** Beside the title: what the figure is. */
  aside?: ReactNode;
  tiles: readonly Tile[];
};

const columns = [
  '',
  'sm:col-start-1',
  'sm:col-start-2',
  'sm:col-start-3',
  'sm:col-start-4',
  'sm:col-start-5',
  'sm:col-start-6',
];
const rows = [
  '',
  'sm:row-start-1',
  'sm:row-start-2',
  'sm:row-start-3',
  'sm:row-start-4',
  'sm:row-start-5',
  'sm:row-start-6',
];

/** Lighter to darker accent; the figure is always written too. */
const steps = [
  'bg-[#eef1fb] text-ink',
  'bg-[#d6ddf4] text-ink',
  'bg-[#b3bfe9] text-ink',
  'bg-[#5468bb] text-white',
  'bg-[#33469a] text-white',
];

function shade(percent: number | null): string {
  if (percent === null) return 'border border-dashed border-line-strong bg-surface text-ink-3';
  return steps[Math.min(4, Math.max(0, Math.floor(percent / 20)))] ?? '';
}

/** The units laid out about as they lie on the map, coloured by how far they are. Server-safe. */
export function TileGrid({ title, description, aside, tiles }: Props) {
  return (
    <figure aria-label={title} className="avoid-break min-w-0">
      <figcaption className="mb-3">
        <div className="flex items-center gap-1">
          <h3 className="font-semibold">{title}</h3>
          {aside}
        </div>
        {description && <p className="text-sm text-ink-3">{description}</p>}
      </figcaption>
      <ul className="grid grid-cols-2 gap-1.5 sm:grid-cols-5">
        {tiles.map((tile) => (
          <li key={tile.key} className={cn('min-w-0', columns[tile.column], rows[tile.row])}>
            <TileBox tile={tile} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function TileBox({ tile }: { tile: Tile }) {
  const style = cn(
    'flex h-full min-h-18 flex-col justify-between rounded-md px-3 py-2 print:border print:border-line',
    shade(tile.percent),
  );
  const content = (
    <>
      <span className="text-sm">{tile.label}</span>
      <span>
        <span className="text-lg font-semibold">{tile.display}</span>
        {tile.note && <span className="block text-xs">{tile.note}</span>}
      </span>
    </>
  );
  if (!tile.href) return <div className={style}>{content}</div>;
  return (
    <a href={tile.href} data-soft="" className={cn(style, 'transition-shadow hover:ring-2 hover:ring-accent')}>
      {content}
    </a>
  );
}
