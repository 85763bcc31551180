import type { Tone } from '@/components/ui/tone';

export type Datum = {
  label: string;
  /** Only for the length of a bar; what people read is `display`, so that exact sums stay exact. */
  value: number;
  display?: string;
  /** The rows behind the figure. */
  href?: string;
  /** Red, amber and green for lights only; accent lifts out what the title speaks of. */
  tone?: Tone;
};

export type Series = { key: string; label: string; tone?: Tone };
export type SeriesDatum = { label: string; values: Record<string, number | undefined>; href?: string };

/** A moment on the way, such as a deadline: one of the labels below the chart. */
export type XMark = { at: string; label: string };

export type Target = { value: number; label?: string };

/** What the drawing itself takes. */
export type CanvasProps<D> = Pick<ChartProps, 'digits' | 'target'> & { data: readonly D[] };
export type SeriesCanvasProps = CanvasProps<SeriesDatum> & { series: readonly Series[] };

export type ChartProps = {
  /** The finding, where there is one: 禄丰市 开工率最低. */
  title: string;
  description?: string;
  unit: string;
  /** Places after the point. */
  digits?: number;
  target?: Target;
  /** In place of the usual words when there is nothing to draw. */
  empty?: string;
};

export type FlowLink = {
  from: string;
  to: string;
  /** Only for the width of a band. */
  value: number;
  display: string;
  /** The rows behind it. */
  href?: string;
};
