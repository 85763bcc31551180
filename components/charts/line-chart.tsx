'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { chartHeight } from './heights';
import { KeyLine } from './key-line';
import { numberText } from './number-text';
import type { ChartProps, Series, SeriesDatum } from './types';

const LineCanvas = dynamic(() => import('./canvas/line-canvas'), { ssr: false, loading: DrawingPlaceholder });

type Props = ChartProps & { series: readonly Series[]; data: readonly SeriesDatum[] };

/** Change over time. One or two lines are named at their end; more have a key. A missing value is a gap, not a zero. */
export function LineChart({ title, description, unit, digits, target, empty, series, data }: Props) {
  return (
    <ChartFrame
      title={title}
      description={description}
      unit={unit}
      head={series.map(({ label }) => label)}
      rows={data.map(({ label, values, href }) => ({
        label,
        href,
        cells: series.map(({ key }) => {
          const value = values[key];
          return value === undefined ? '–' : numberText(value, digits);
        }),
      }))}
      height={chartHeight}
      empty={empty}
      keyLine={series.length > 2 ? <KeyLine series={series} /> : undefined}
    >
      <LineCanvas series={series} data={data} digits={digits} target={target} />
    </ChartFrame>
  );
}
