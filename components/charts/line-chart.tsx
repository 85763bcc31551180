'use client';

import { lazy } from 'react';
import { ChartFrame } from './chart-frame';
import { DrawnLater } from './drawn-later';
import { chartHeight } from './heights';
import { KeyLine } from './key-line';
import { seriesRows } from './rows';
import type { ChartProps, Series, SeriesDatum, XMark } from './types';

const LineCanvas = lazy(() => import('./canvas/line-canvas'));

type Props = ChartProps & { series: readonly Series[]; data: readonly SeriesDatum[]; mark?: XMark };

/** Change over time. One or two lines are named at their end; more have a key. A missing value is a gap, not a zero. */
export function LineChart({ series, data, digits, target, mark, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      head={series.map(({ label }) => label)}
      rows={seriesRows(series, data, digits, '–')}
      height={chartHeight}
      keyLine={series.length > 2 ? <KeyLine series={series} /> : undefined}
    >
      <DrawnLater>
        <LineCanvas series={series} data={data} digits={digits} target={target} mark={mark} />
      </DrawnLater>
    </ChartFrame>
  );
}
