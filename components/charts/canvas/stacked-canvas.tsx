'use client';

import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { partFill } from '../colours';
import { numberText } from '../number-text';
import type { SeriesCanvasProps, SeriesDatum } from '../types';
import { nameTick, nameWidth } from './name-axis';
import { useOpen } from './use-open';

type Props = Omit<SeriesCanvasProps, 'target'> & { shares?: boolean };

/** White on the dark parts, ink on the light ones. */
const darkParts = new Set([0, 3, 5]);

export default function StackedCanvas({ series, data, digits, shares }: Props) {
  const open = useOpen(data);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...data]}
        layout="vertical"
        accessibilityLayer={false}
        stackOffset={shares ? 'expand' : 'none'}
        margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="24%"
      >
        <XAxis type="number" hide />
        <YAxis
          type="category"
          dataKey="label"
          width={nameWidth(data)}
          tick={nameTick}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        {series.map(({ key, label, tone }, index) => (
          <Bar
            key={key}
            name={label}
            dataKey={(row: SeriesDatum) => row.values[key] ?? 0}
            stackId="whole"
            fill={partFill(index, tone)}
            stroke="var(--color-surface)"
            strokeWidth={1}
            isAnimationActive={false}
            maxBarSize={24}
            {...open}
          >
            <LabelList
              valueAccessor={(entry) => {
                const row = entry.payload as SeriesDatum | undefined;
                const value = row?.values[key] ?? 0;
                return isWideEnough(value, row, data, shares) ? numberText(value, digits) : '';
              }}
              position="center"
              fontSize={12}
              fill={tone || darkParts.has(index % 6) ? '#fff' : 'var(--color-ink)'}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** A figure that does not fit its part is left to the table behind. */
function isWideEnough(
  value: number,
  row: SeriesDatum | undefined,
  data: readonly SeriesDatum[],
  shares?: boolean,
): boolean {
  const sum = (one: SeriesDatum | undefined) =>
    Object.values(one?.values ?? {}).reduce<number>((total, part) => total + (part ?? 0), 0);
  const whole = shares ? sum(row) : Math.max(...data.map(sum));
  return whole > 0 && value / whole >= 0.08;
}
