'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { heightOfRows } from './heights';
import { numberText } from './number-text';
import type { ChartProps, Datum } from './types';

const RankedCanvas = dynamic(() => import('./canvas/ranked-canvas'), { ssr: false, loading: DrawingPlaceholder });

type Props = ChartProps & {
  data: readonly Datum[];
  /** Largest first, unless the order given is the one to keep. */
  keepOrder?: boolean;
};

/** Many things by size, names in full at the left. */
export function RankedBars({ title, description, unit, digits, target, empty, data, keepOrder }: Props) {
  const ranked = keepOrder ? data : [...data].sort((a, b) => b.value - a.value);
  return (
    <ChartFrame
      title={title}
      description={description}
      unit={unit}
      head={[unit]}
      rows={ranked.map(({ label, value, display, href }) => ({
        label,
        href,
        cells: [display ?? numberText(value, digits)],
      }))}
      height={heightOfRows(ranked.length)}
      empty={empty}
    >
      <RankedCanvas data={ranked} digits={digits} target={target} />
    </ChartFrame>
  );
}
