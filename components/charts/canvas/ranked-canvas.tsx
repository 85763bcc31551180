'use client';

import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { barFill, labelText } from '../colours';
import { numberText } from '../number-text';
import type { CanvasProps, Datum } from '../types';
import { nameTick, nameWidth } from './name-axis';
import { targetProps } from './target-props';
import { useOpen } from './use-open';

export default function RankedCanvas({ data, digits, target }: CanvasProps<Datum>) {
  const open = useOpen(data);
  const lifted = data.some(({ tone }) => tone);
  const points = data.map((datum) => ({ ...datum, text: datum.display ?? numberText(datum.value, digits) }));
  const room = 16 + 8 * Math.max(...points.map(({ text }) => text.length));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={points}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: target ? 20 : 0, right: room, bottom: 0, left: 0 }}
        barCategoryGap="24%"
      >
        <XAxis type="number" hide domain={[0, (most: number) => Math.max(most, target?.value ?? 0)]} />
        <YAxis
          type="category"
          dataKey="label"
          width={nameWidth(data)}
          tick={nameTick}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        <Bar dataKey="value" isAnimationActive={false} radius={[0, 3, 3, 0]} maxBarSize={22} {...open}>
          {points.map(({ label, tone }) => (
            <Cell key={label} fill={barFill(tone, lifted)} />
          ))}
          <LabelList dataKey="text" position="right" {...labelText} />
        </Bar>
        {target && (
          <ReferenceLine
            x={target.value}
            {...targetProps(target, digits)}
            label={{ ...targetProps(target, digits).label, position: 'top' }}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}
