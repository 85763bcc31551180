'use client';

import { lazy } from 'react';
import { ChartFrame } from './chart-frame';
import { DrawnLater } from './drawn-later';
import type { ChartProps, FlowLink } from './types';

const FlowCanvas = lazy(() => import('./canvas/flow-canvas'));

type Props = Omit<ChartProps, 'target' | 'digits'> & { links: readonly FlowLink[]; head: string };

/** From where to what: as bands, and where there is no room as bars by what it went to. */
export function FlowChart({ links, head, ...frame }: Props) {
  const rows = links.map(({ from, to, display, href }) => ({ label: `${from} → ${to}`, cells: [display], href }));
  return (
    <ChartFrame {...frame} head={[head]} rows={rows} height="h-[30rem]">
      <DrawnLater>
        <FlowCanvas links={links} />
      </DrawnLater>
    </ChartFrame>
  );
}
