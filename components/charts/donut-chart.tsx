'use client';

import { lazy } from 'react';
import { ChartFrame } from './chart-frame';
import { partFill } from './colours';
import { DrawnLater } from './drawn-later';
import { numberText } from './number-text';
import { datumRows } from './rows';
import type { ChartProps, Datum } from './types';

const DonutCanvas = lazy(() => import('./canvas/donut-canvas'));

type Props = Omit<ChartProps, 'target'> & { data: readonly Datum[]; centre: { value: string; label: string } };

/** Two to four parts of one whole, and only then. Named at the side, with their figures. */
export function DonutChart({ data, digits, centre, ...frame }: Props) {
  return (
    <ChartFrame {...frame} head={[frame.unit]} rows={datumRows(data, digits)} height="h-44">
      <div className="flex h-full items-center gap-6">
        <div className="relative size-40 shrink-0">
          <DrawnLater>
            <DonutCanvas data={data} />
          </DrawnLater>
          <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center">
            <span className="text-xl font-semibold">{centre.value}</span>
            <span className="text-xs text-ink-3">{centre.label}</span>
          </div>
        </div>
        <ul className="min-w-0 grow space-y-1.5 text-sm">
          {data.map(({ label, value, display, tone }, index) => (
            <li key={label} className="flex items-center gap-2">
              <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 shrink-0">
                <rect width="10" height="10" rx="2" fill={partFill(index, tone)} />
              </svg>
              <span className="min-w-0 text-ink-2">{label}</span>
              <span className="ml-auto font-medium">{display ?? numberText(value, digits)}</span>
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}
