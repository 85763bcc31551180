/** Lights only: red, amber and green mean a judgement; everything else is neutral or accent. */
export type Tone = 'neutral' | 'accent' | 'red' | 'amber' | 'green';

export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-2 border-line',
  accent: 'bg-accent-soft text-accent-ink border-accent-line',
  red: 'bg-red-soft text-red-ink border-red-line',
  amber: 'bg-amber-soft text-amber-ink border-amber-line',
  green: 'bg-green-soft text-green-ink border-green-line',
};
