'use client';

import { useLocale } from 'next-intl';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { axisTick, barFill, gridLine, labelText } from '../colours';
import { axisText, numberText } from '../number-text';
import type { CanvasProps, Datum } from '../types';
import { slotTick } from './name-axis';
import { targetProps } from './target-props';
import { useOpen } from './use-open';

export default function BarCanvas({ data, digits, target }: CanvasProps<Datum>) {
  const locale = useLocale();
  const open = useOpen(data);
  const lifted = data.some(({ tone }) => tone);
  const points = data.map((datum) => ({ ...datum, text: datum.display ?? numberText(datum.value, digits) }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={points}
        accessibilityLayer={false}
        margin={{ top: 22, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="28%"
      >
        <CartesianGrid vertical={false} stroke={gridLine} />
        <XAxis
          dataKey="label"
          height={38}
          tick={slotTick}
          tickLine={false}
          axisLine={{ stroke: gridLine }}
          interval={0}
        />
        <YAxis
          tick={axisTick}
          tickLine={false}
          axisLine={false}
          width={44}
          allowDecimals={Boolean(digits)}
          domain={[0, 'auto']}
          tickFormatter={(value: number) => axisText(value, locale)}
        />
        <Bar dataKey="value" isAnimationActive={false} radius={[3, 3, 0, 0]} maxBarSize={56} {...open}>
          {points.map(({ label, tone }) => (
            <Cell key={label} fill={barFill(tone, lifted)} />
          ))}
          <LabelList dataKey="text" position="top" {...labelText} />
        </Bar>
        {target && <ReferenceLine y={target.value} {...targetProps(target, digits)} />}
      </BarChart>
    </ResponsiveContainer>
  );
}
