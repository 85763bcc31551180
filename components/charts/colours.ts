import type { Tone } from '@/components/ui/tone';

export const toneFill: Record<Tone, string> = {
  neutral: 'var(--color-control)',
  accent: 'var(--color-accent)',
  red: 'var(--color-red)',
  amber: 'var(--color-amber)',
  green: 'var(--color-green)',
};

/** Parts of a whole without a judgement: the accent first, then slates that stay apart in grey print too. */
const parts = ['#3a4fa8', '#8791a5', '#93a1dc', '#434d60', '#c6cedb', '#6478c4'];

export function partFill(index: number, tone?: Tone): string {
  return tone ? toneFill[tone] : (parts[index % parts.length] ?? 'var(--color-control)');
}

/** Where one bar is lifted out, the others step back. */
export function barFill(tone: Tone | undefined, lifted: boolean): string {
  return toneFill[tone ?? (lifted ? 'neutral' : 'accent')];
}

export const axisTick = { fill: 'var(--color-ink-3)', fontSize: 12 } as const;
/** With a halo, so that a target line behind a figure does not strike it out. */
export const labelText = {
  fill: 'var(--color-ink-2)',
  fontSize: 12,
  fontWeight: 500,
  stroke: 'var(--color-surface)',
  strokeWidth: 3,
  paintOrder: 'stroke',
} as const;
export const gridLine = 'var(--color-line)';
export const targetLine = 'var(--color-ink-2)';
