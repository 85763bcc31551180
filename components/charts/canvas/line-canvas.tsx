'use client';

import { useLocale } from 'next-intl';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisTick, gridLine, labelText, partFill, targetLine } from '../colours';
import { axisText, numberText } from '../number-text';
import type { SeriesCanvasProps, SeriesDatum, XMark } from '../types';
import { targetProps } from './target-props';

export default function LineCanvas({ series, data, digits, target, mark }: SeriesCanvasProps & { mark?: XMark }) {
  const locale = useLocale();
  const named = series.length <= 2;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={[...data]}
        accessibilityLayer={false}
        margin={{ top: 18, right: named ? 84 : 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={gridLine} />
        <XAxis dataKey="label" tick={axisTick} tickLine={false} axisLine={{ stroke: gridLine }} minTickGap={16} />
        <YAxis
          tick={axisTick}
          tickLine={false}
          axisLine={false}
          width={44}
          domain={[0, 'auto']}
          tickFormatter={(value: number) => axisText(value, locale)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--color-line-strong)' }}
          content={({ active, payload, label }) =>
            active && payload?.length ? (
              <div className="rounded-md border border-line bg-surface px-3 py-2 text-xs shadow-float">
                <p className="mb-1 font-medium">{label}</p>
                {payload.map((entry) => (
                  <p key={String(entry.name)} className="flex justify-between gap-4">
                    <span className="text-ink-3">{entry.name}</span>
                    {numberText(Number(entry.value), digits)}
                  </p>
                ))}
              </div>
            ) : null
          }
        />
        {target && <ReferenceLine y={target.value} {...targetProps(target, digits)} />}
        {mark && (
          <ReferenceLine
            x={mark.at}
            stroke={targetLine}
            strokeDasharray="2 3"
            label={{ value: mark.label, position: 'insideBottomRight', ...labelText }}
          />
        )}
        {series.map(({ key, label, tone }, index) => (
          <Line
            key={key}
            name={label}
            dataKey={(row: SeriesDatum) => row.values[key]}
            stroke={partFill(index, tone)}
            strokeWidth={2}
            dot={{ r: 2.5, strokeWidth: 0, fill: partFill(index, tone) }}
            isAnimationActive={false}
            label={named ? endLabel(lastIndex(data, key), label, digits) : undefined}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

function lastIndex(data: readonly SeriesDatum[], key: string): number {
  return data.findLastIndex(({ values }) => values[key] !== undefined);
}

type EndProps = { x?: number | string; y?: number | string; value?: unknown; index?: number };

/** The line's name and last value at its end, instead of a legend. */
function endLabel(last: number, name: string, digits?: number) {
  return ({ x, y, value, index }: EndProps) => {
    if (index !== last) return <g />;
    return (
      <text x={Number(x) + 8} y={y} dy="0.35em" {...labelText}>
        {name} {numberText(Number(value), digits)}
      </text>
    );
  };
}
