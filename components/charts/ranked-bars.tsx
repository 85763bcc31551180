'use client';

import { lazy } from 'react';
import { ChartFrame } from './chart-frame';
import { DrawnLater } from './drawn-later';
import { heightOfRows } from './heights';
import { datumRows } from './rows';
import type { ChartProps, Datum } from './types';

const RankedCanvas = lazy(() => import('./canvas/ranked-canvas'));

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
      <DrawnLater>
        <RankedCanvas data={ranked} digits={digits} target={target} />
      </DrawnLater>
    </ChartFrame>
  );
}
