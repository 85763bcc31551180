'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { chartHeight } from './heights';
import { datumRows } from './rows';
import type { ChartProps, Datum } from './types';

const BarCanvas = dynamic(() => import('./canvas/bar-canvas'), { ssr: false, loading: DrawingPlaceholder });

/** Few things side by side in their own order, such as decades or months. */
export function BarChart({ data, digits, target, ...frame }: ChartProps & { data: readonly Datum[] }) {
  return (
    <ChartFrame {...frame} head={[frame.unit]} rows={datumRows(data, digits)} height={chartHeight}>
      <BarCanvas data={data} digits={digits} target={target} />
    </ChartFrame>
  );
}
