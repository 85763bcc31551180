'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { heightOfRows } from './heights';
import { datumRows } from './rows';
import type { ChartProps, Datum } from './types';

const RankedCanvas = dynamic(() => import('./canvas/ranked-canvas'), { ssr: false, loading: DrawingPlaceholder });

type Props = ChartProps & {
  data: readonly Datum[];
  /** Largest first, unless the order given is the one to keep. */
  keepOrder?: boolean;
};

/** Many things by size, names in full at the left. */
export function RankedBars({ data, digits, target, keepOrder, ...frame }: Props) {
  const ranked = keepOrder ? data : [...data].sort((a, b) => b.value - a.value);
  return (
    <ChartFrame {...frame} head={[frame.unit]} rows={datumRows(ranked, digits)} height={heightOfRows(ranked.length)}>
      <RankedCanvas data={ranked} digits={digits} target={target} />
    </ChartFrame>
  );
}
