'use client';

import { Cell, Pie, PieChart, ResponsiveContainer } from 'recharts';
import { partFill } from '../colours';
import type { Datum } from '../types';
import { useOpen } from './use-open';

export default function DonutCanvas({ data }: { data: readonly Datum[] }) {
  const open = useOpen(data);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <PieChart accessibilityLayer={false}>
        <Pie
          data={data.map(({ label, value }) => ({ label, value }))}
          dataKey="value"
          nameKey="label"
          innerRadius="68%"
          outerRadius="98%"
          startAngle={90}
          endAngle={-270}
          stroke="var(--color-surface)"
          strokeWidth={2}
          isAnimationActive={false}
          rootTabIndex={-1}
          {...open}
        >
          {data.map(({ label, tone }, index) => (
            <Cell key={label} fill={partFill(index, tone)} />
          ))}
        </Pie>
      </PieChart>
    </ResponsiveContainer>
  );
}
