'use client';

import { lazy } from 'react';
import { ChartFrame } from './chart-frame';
import { DrawnLater } from './drawn-later';
import { heightOfRows } from './heights';
import { KeyLine } from './key-line';
import { seriesRows } from './rows';
import type { ChartProps, Series, SeriesDatum } from './types';

const StackedCanvas = lazy(() => import('./canvas/stacked-canvas'));

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
      <DrawnLater>
        <StackedCanvas series={series} data={data} digits={digits} shares={shares} />
      </DrawnLater>
    </ChartFrame>
  );
}
