'use client';

import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { DrawingPlaceholder } from './drawing-placeholder';
import { heightOfRows } from './heights';
import { KeyLine } from './key-line';
import { numberText } from './number-text';
import type { ChartProps, Series, SeriesDatum } from './types';

const StackedCanvas = dynamic(() => import('./canvas/stacked-canvas'), { ssr: false, loading: DrawingPlaceholder });

type Props = Omit<ChartProps, 'target'> & {
  series: readonly Series[];
  data: readonly SeriesDatum[];
  /** Each bar as long as the others: shares, not sizes. */
  shares?: boolean;
};

export function StackedBars({ title, description, unit, digits, empty, series, data, shares }: Props) {
  return (
    <ChartFrame
      title={title}
      description={description}
      unit={unit}
      head={series.map(({ label }) => label)}
      rows={data.map(({ label, values, href }) => ({
        label,
        href,
        cells: series.map(({ key }) => numberText(values[key] ?? 0, digits)),
      }))}
      height={heightOfRows(data.length)}
      empty={empty}
      keyLine={<KeyLine series={series} />}
    >
      <StackedCanvas series={series} data={data} digits={digits} shares={shares} />
    </ChartFrame>
  );
}
