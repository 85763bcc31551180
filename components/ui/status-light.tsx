import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Html, html } from '@/lib/format/html';
import { cn } from './cn';

export type Light = 'red' | 'amber' | 'green' | 'neutral';

// Drawn here as one path each: lists carry a light in every row.
const shapes = {
  red: 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9zM12 7.5v5.5M12 16.5v.01',
  amber: 'M12 3.2 22 20.5H2zM12 9.5v4.5M12 17.3v.01',
  green: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0m6 0 2.5 2.5L16 9',
  neutral:
    'M6 12h12M12 2a10 10 0 0 1 6 2M21.2 8a10 10 0 0 1 0 8M18 20a10 10 0 0 1-12 0M2.8 16a10 10 0 0 1 0-8M6 4a10 10 0 0 1 3-1.5',
};
const colours = { red: 'text-red-ink', amber: 'text-amber-ink', green: 'text-green-ink', neutral: 'text-ink-3' };

type Props = { light: Light; children?: ReactNode; className?: string };

/** Colour, shape and word together: no one of them alone carries the meaning. */
export function StatusLight({ light, children, className }: Props) {
  return (
    <span className={cn('status-light', colours[light], className)}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[light]} />
      </svg>
      {children ?? <LightName light={light} />}
    </span>
  );
}

/** The same within a table of markup. */
export const lightHtml = (light: Light, text: string): Html =>
  html`<span class="status-light ${colours[light]}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${shapes[light]}"/></svg>${text}</span>`;

function LightName({ light }: { light: Light }) {
  return useTranslations('ui.light')(light);
}
