'use client';

import { lazy } from 'react';
import { ChartFrame } from './chart-frame';
import { DrawnLater } from './drawn-later';
import { chartHeight } from './heights';
import { datumRows } from './rows';
import type { ChartProps, Datum } from './types';

const BarCanvas = lazy(() => import('./canvas/bar-canvas'));

/** Few things side by side in their own order, such as decades or months. */
export function BarChart({ data, digits, target, ...frame }: ChartProps & { data: readonly Datum[] }) {
  return (
    <ChartFrame {...frame} head={[frame.unit]} rows={datumRows(data, digits)} height={chartHeight}>
      <DrawnLater>
        <BarCanvas data={data} digits={digits} target={target} />
      </DrawnLater>
    </ChartFrame>
  );
}
