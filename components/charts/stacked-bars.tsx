'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { heightOfRows } from './heights';
import { KeyLine } from './key-line';
import { seriesRows } from './rows';
import type { ChartProps, Series, SeriesDatum } from './types';

const StackedCanvas = dynamic(() => import('./canvas/stacked-canvas'), { ssr: false, loading: DrawingPlaceholder });

type Props = Omit<ChartProps, 'target'> & {
  series: readonly Series[];
  data: readonly SeriesDatum[];
  /** Each bar as long as the others: shares, not sizes. */
  shares?: boolean;
};

export function StackedBars({ series, data, digits, shares, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      head={series.map(({ label }) => label)}
      rows={seriesRows(series, data, digits, '0')}
      height={heightOfRows(data.length)}
      keyLine={<KeyLine series={series} />}
    >
      <StackedCanvas series={series} data={data} digits={digits} shares={shares} />
    </ChartFrame>
  );
}
