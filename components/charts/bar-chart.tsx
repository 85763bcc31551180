'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { chartHeight } from './heights';
import { numberText } from './number-text';
import type { ChartProps, Datum } from './types';

const BarCanvas = dynamic(() => import('./canvas/bar-canvas'), { ssr: false, loading: DrawingPlaceholder });

/** Few things side by side in their own order, such as decades or months. */
export function BarChart({
  title,
  description,
  unit,
  digits,
  target,
  empty,
  data,
}: ChartProps & { data: readonly Datum[] }) {
  return (
    <ChartFrame
      title={title}
      description={description}
      unit={unit}
      head={[unit]}
      rows={data.map(({ label, value, display, href }) => ({
        label,
        href,
        cells: [display ?? numberText(value, digits)],
      }))}
      height={chartHeight}
      empty={empty}
    >
      <BarCanvas data={data} digits={digits} target={target} />
    </ChartFrame>
  );
}
